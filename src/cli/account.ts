import { parseArgs } from 'node:util';
import type { Language } from '../domain/finding.ts';
import { readConfig } from '../server/config.ts';
import { recoverAccount } from '../store/accounts/recovery.ts';
import { openCommandStore } from './command-store.ts';
import { languageOf } from './output.ts';
import { stoppable } from './stoppable.ts';

/**
 * `xingbian account reset LOGIN [--data DIR] [--lang en]`: prints, once, a password that holds once; for
 * whoever holds the data folder, when the last system administrator cannot sign in any more. May run
 * beside the server. Returns 0, 1 when refused, 2 for wrong arguments, 130 after Ctrl-C.
 */
export async function account(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' }, lang: { type: 'string' } },
  });
  const language = languageOf(values.lang);
  const [act, login] = positionals;
  if (act !== 'reset' || login === undefined || positionals.length > 2) {
    console.error(usage[language]);
    return 2;
  }
  return await stoppable(language, async (signal) => {
    const config = readConfig(values, process.env);
    const { store, close } = await openCommandStore(config, signal);
    try {
      const password = await recoverAccount(store.owner, config.accounts.rules, login);
      console.log(done(login.toLowerCase(), password, language));
    } finally {
      await close();
    }
    return 0;
  });
}

const usage = {
  zh: '用法：xingbian account reset 登录名 [--data 目录] [--lang en]',
  en: 'Usage: xingbian account reset LOGIN [--data DIR] [--lang en]',
};

/** The only time the password is shown, and the only place. */
function done(login: string, password: string, language: Language): string {
  const lines =
    language === 'zh'
      ? [
          `账号 ${login} 的一次性密码：${password}`,
          '密码只显示这一次；请登录 /sign-in 并修改。验证器已去掉，会话已结束，锁定已解除，并记入操作记录',
        ]
      : [
          `The one-time password of ${login}: ${password}`,
          'It is shown this once; sign in at /sign-in and change it. The authenticator is gone, sessions have ended, a lock is off, and it is on record',
        ];
  return lines.join('\n');
}
