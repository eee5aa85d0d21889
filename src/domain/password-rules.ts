/** What a password has to be. */
export interface PasswordRules {
  /** In characters. */
  readonly minLength: number;
  /** Of small letters, capitals, digits and everything else, how many kinds it holds. */
  readonly classes: number;
}

/** Why a password will not do, in both languages. */
export interface PasswordFault {
  readonly reason: string;
  readonly reasonEn: string;
}

/**
 * Returns why a password will not do, or null. What only the database knows, that it was one's own
 * before, is checked there.
 */
export function passwordFault(
  password: string,
  login: string,
  { minLength, classes }: PasswordRules,
): PasswordFault | null {
  if ([...password].length < minLength)
    return { reason: `至少 ${minLength} 个字符`, reasonEn: `at least ${minLength} characters` };
  if (kindsOf(password) < classes)
    return {
      reason: `小写字母、大写字母、数字、其他字符四类中至少 ${classes} 类`,
      reasonEn: `at least ${classes} of small letters, capitals, digits and other characters`,
    };
  if (login.length > 2 && password.toLowerCase().includes(login.toLowerCase()))
    return { reason: '不得包含账号名', reasonEn: 'it must not hold the name of the account' };
  if (new Set(password).size < 5)
    return { reason: '不同字符太少', reasonEn: 'it repeats too few characters' };
  return null;
}

function kindsOf(password: string): number {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
  return kinds.filter((kind) => kind.test(password)).length;
}
