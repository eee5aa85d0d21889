import type { Language } from './finding.ts';

/** The refusals of signing in and of accounts and their roles, as in app-error-table.ts. */
export const accountErrorTable = {
  'sign-in-needed': {
    status: 401,
    message: { zh: '请先登录', en: 'Sign in first' },
    hint: {
      zh: '登录后重试；未保存的内容留在本机',
      en: 'Sign in and try again; what is not saved stays on this device',
    },
  },
  'sign-in-refused': {
    status: 401,
    message: { zh: '账号或密码不正确', en: 'Account or password is wrong' },
    hint: {
      zh: '连续输错会暂时锁定；忘记密码请找系统管理员重置',
      en: 'Too many tries lock the account for a while; the system administrator can reset a password',
    },
  },
  'sign-in-locked': {
    status: 423,
    message: {
      zh: '账号暂时锁定，{minutes} 分钟后可再试',
      en: 'The account is locked for {minutes} more minutes',
    },
    hint: {
      zh: '如非本人操作，请告知系统管理员',
      en: 'If it was not you, tell the system administrator',
    },
  },
  'code-refused': {
    status: 401,
    message: { zh: '动态验证码不正确或已用过', en: 'The code is wrong or was used already' },
    hint: {
      zh: '请等下一个验证码；并核对手机时间',
      en: 'Wait for the next code, and check the clock of the phone',
    },
  },
  'password-weak': {
    status: 400,
    message: { zh: '新密码不符合要求：{reason}', en: 'The new password will not do: {reason}' },
    hint: {
      zh: '请换一个更长、不含账号名的密码',
      en: 'Choose a longer one that does not hold the name of the account',
    },
  },
  'not-permitted': {
    status: 403,
    message: { zh: '当前账号没有这项权限', en: 'This account may not do that' },
    hint: { zh: '如需此权限，请找安全管理员授予', en: 'The security administrator gives rights' },
  },
  'login-taken': {
    status: 409,
    message: { zh: '账号名“{login}”已被使用', en: 'The account name “{login}” is taken' },
    hint: { zh: '请换一个账号名', en: 'Choose another name' },
  },
  'officers-apart': {
    status: 409,
    message: {
      zh: '系统管理员、安全管理员、审计员须由不同的人担任，且不兼任业务角色',
      en: 'The three officers are three persons, and none of them reports, reviews or publishes',
    },
    hint: {
      zh: '请授予另一个账号，或先收回原有角色',
      en: 'Give it to another account, or take the other role back first',
    },
  },
  'officer-last': {
    status: 409,
    message: {
      zh: '这是最后一名安全管理员，不能锁定、停用或收回其角色',
      en: 'This is the last security administrator, who is not locked, closed or without the role',
    },
    hint: {
      zh: '请先由其授予另一个账号安全管理员角色；忘记密码可由系统管理员重置',
      en: 'Let them give the role to another account first; a lost password can be reset',
    },
  },
  'grant-invalid': {
    status: 400,
    message: { zh: '不能这样授予角色：{reason}', en: 'The role cannot be given so: {reason}' },
    hint: {
      zh: '截止日期填今天或以后的日期（北京时间），或不填',
      en: 'Let it end today or later (Beijing time), or give no end',
    },
  },
  'deputy-without-role': {
    status: 409,
    message: {
      zh: '账号 {account} 没有这项角色，不能为其代理',
      en: 'Account {account} does not hold this role, so nobody can stand in for it',
    },
    hint: {
      zh: '请核对角色和单位；须由本人现任该角色的另一个账号，不能是代理',
      en: 'Check role and body; it must be another account that holds them now, and not as a deputy',
    },
  },
} as const satisfies Record<
  string,
  { status: number; message: Record<Language, string>; hint: Record<Language, string> }
>;
