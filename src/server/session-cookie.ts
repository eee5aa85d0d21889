/** Over TLS the name binds the cookie to this host and to TLS. */
const names = { plain: 'xingbian', secure: '__Host-xingbian' } as const;

/**
 * Returns the token of the session a request belongs to, or null. Over TLS only the name counts that
 * no other host, and nobody on the way, can have set.
 */
export function sessionToken(request: Request, secure: boolean): string | null {
  const cookies = new Map(
    (request.headers.get('cookie') ?? '').split(';').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
    }),
  );
  const token = cookies.get(secure ? names.secure : names.plain);
  return token && /^[\w-]{20,100}$/.test(token) ? token : null;
}

/** Returns the header that gives a browser its session, or takes it back where `token` is null. */
export function sessionCookie(token: string | null, secure: boolean): string {
  const parts = [
    `${secure ? names.secure : names.plain}=${token ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(secure ? ['Secure'] : []),
    ...(token === null ? ['Max-Age=0'] : []),
  ];
  return parts.join('; ');
}
