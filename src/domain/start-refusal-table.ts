import type { Language } from './finding.ts';

/** Every refusal to start, as one sentence and what to do about it. The process ends with code 1. */
export const startRefusalTable = {
  // The data folder and the embedded database
  'folder-busy': {
    message: {
      zh: '数据目录 {folder} 正由另一个兴边进程使用（进程号 {pid}）',
      en: 'The data folder {folder} is in use by another Xingbian (process {pid})',
    },
    hint: {
      zh: '请先停止它，或用 --data 指定另一个目录',
      en: 'Stop it first, or choose another folder with --data',
    },
  },
  'folder-read-only': {
    message: { zh: '磁盘只读，无法写入 {folder}', en: 'The disk of {folder} is read-only' },
    hint: {
      zh: '请用 --data 指定可写的目录，或设置 DATABASE_URL',
      en: 'Choose a writable folder with --data, or set DATABASE_URL',
    },
  },
  'folder-denied': {
    message: { zh: '没有权限写入 {folder}', en: 'No permission to write to {folder}' },
    hint: {
      zh: '请更改目录权限，或用 --data 指定另一个目录',
      en: 'Change its permissions, or choose another folder with --data',
    },
  },
  'folder-foreign': {
    message: {
      zh: '{folder} 中的数据库属于另一个账户（uid {uid}）',
      en: 'The database in {folder} belongs to another account (uid {uid})',
    },
    hint: {
      zh: '请用原来的账户（或 root）启动，或用 --data 指定另一个目录',
      en: 'Start as that account (or root), or choose another folder with --data',
    },
  },
  'folder-invalid': {
    message: { zh: '{folder} 不能用作数据目录', en: '{folder} cannot be a data folder' },
    hint: { zh: '请用 --data 指定一个目录', en: 'Give a folder with --data' },
  },
  'disk-full': {
    message: { zh: '磁盘已满，无法写入 {folder}', en: 'The disk of {folder} is full' },
    hint: {
      zh: '请腾出至少 200 MB 空间，或用 --data 指定另一个目录',
      en: 'Free at least 200 MB, or choose another folder with --data',
    },
  },
  'cluster-version': {
    message: {
      zh: '{folder} 中的数据库由 PostgreSQL {found} 建立，本程序带的是 {expected}',
      en: 'The database in {folder} was made by PostgreSQL {found}; this program brings {expected}',
    },
    hint: {
      zh: '请用原来的版本启动，或用 --data 指定另一个目录',
      en: 'Start it with the former version, or choose another folder with --data',
    },
  },
  'cluster-credentials': {
    message: {
      zh: '数据库的口令文件 {file} 缺失或损坏',
      en: 'The password file of the database, {file}, is missing or damaged',
    },
    hint: {
      zh: '请从备份恢复该文件，或用 --data 指定另一个目录',
      en: 'Restore it from a backup, or choose another folder with --data',
    },
  },
  'postgres-missing': {
    message: {
      zh: '没有适用于 {platform} 的内置 PostgreSQL',
      en: 'There is no embedded PostgreSQL for {platform}',
    },
    hint: {
      zh: '请重新运行 npm ci（不要加 --omit=optional），或设置 DATABASE_URL 使用已有的 PostgreSQL 15 以上版本',
      en: 'Run npm ci again (without --omit=optional), or set DATABASE_URL to a PostgreSQL 15 or newer',
    },
  },
  'postgres-account': {
    message: {
      zh: 'PostgreSQL 不能以 root 运行，而系统中没有可用的普通账户',
      en: 'PostgreSQL refuses to run as root, and this system has no unprivileged account',
    },
    hint: {
      zh: '请用普通用户启动，或设置 DATABASE_URL',
      en: 'Start as an ordinary user, or set DATABASE_URL',
    },
  },
  'postgres-unusable': {
    message: {
      zh: '内置 PostgreSQL 无法运行：{reason}',
      en: 'The embedded PostgreSQL does not run: {reason}',
    },
    hint: {
      zh: '请重新运行 npm ci，或设置 DATABASE_URL',
      en: 'Run npm ci again, or set DATABASE_URL',
    },
  },
  'postgres-failed': {
    message: {
      zh: '内置 PostgreSQL 启动失败：{reason}',
      en: 'The embedded PostgreSQL did not start: {reason}',
    },
    hint: { zh: '详见日志 {log}', en: 'See the log {log}' },
  },
  'postgres-stopped': {
    message: {
      zh: '内置 PostgreSQL 意外停止，程序随之退出',
      en: 'The embedded PostgreSQL stopped unexpectedly, so the program ends',
    },
    hint: {
      zh: '再次启动会自动恢复；详见日志 {log}',
      en: 'Starting again recovers by itself; see the log {log}',
    },
  },

  // DATABASE_URL
  'url-invalid': {
    message: {
      zh: 'DATABASE_URL 不是 PostgreSQL 连接地址',
      en: 'DATABASE_URL is not the address of a PostgreSQL',
    },
    hint: {
      zh: '格式：postgresql://用户:口令@主机:5432/数据库；口令中的特殊字符须写成 %XX',
      en: 'Write postgresql://user:password@host:5432/database, special characters of the password as %XX',
    },
  },
  'database-unreachable': {
    message: {
      zh: '连接不上数据库服务器 {server}：{reason}',
      en: 'The database server {server} cannot be reached: {reason}',
    },
    hint: {
      zh: '请检查 DATABASE_URL 中的主机和端口，以及服务器是否已启动',
      en: 'Check host and port in DATABASE_URL, and that the server is running',
    },
  },
  'database-login': {
    message: {
      zh: '数据库服务器 {server} 拒绝用户“{user}”登录',
      en: 'The database server {server} refused the user “{user}”',
    },
    hint: {
      zh: '请检查 DATABASE_URL 中的用户名和口令，以及服务器的 pg_hba.conf',
      en: 'Check user and password in DATABASE_URL, and the pg_hba.conf of the server',
    },
  },
  'database-missing': {
    message: {
      zh: '数据库服务器 {server} 上没有数据库“{database}”',
      en: 'The database server {server} has no database “{database}”',
    },
    hint: {
      zh: '请先建立：CREATE DATABASE "{database}" ENCODING \'UTF8\'',
      en: 'Create it first: CREATE DATABASE "{database}" ENCODING \'UTF8\'',
    },
  },
  'database-old': {
    message: {
      zh: '数据库服务器的版本是 PostgreSQL {found}，需要 15 以上',
      en: 'The database server is PostgreSQL {found}; 15 or newer is needed',
    },
    hint: {
      zh: '请升级，或不设 DATABASE_URL 而使用内置数据库',
      en: 'Upgrade it, or leave DATABASE_URL unset to use the embedded one',
    },
  },
  'database-encoding': {
    message: {
      zh: '数据库“{database}”的编码是 {found}，需要 UTF8',
      en: 'The database “{database}” is encoded in {found}; UTF8 is needed',
    },
    hint: {
      zh: "请另建：CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0",
      en: "Create another: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0",
    },
  },
  'database-denied': {
    message: {
      zh: '用户“{user}”在数据库“{database}”中没有足够的权限：{reason}',
      en: 'The user “{user}” lacks rights in the database “{database}”: {reason}',
    },
    hint: {
      zh: '请授权：GRANT CREATE ON DATABASE "{database}" TO "{user}"',
      en: 'Grant them: GRANT CREATE ON DATABASE "{database}" TO "{user}"',
    },
  },
  'database-ahead': {
    message: {
      zh: '数据库由更新版本的兴边建立，本版本不能使用',
      en: 'The database was made by a newer Xingbian and cannot be used by this one',
    },
    hint: { zh: '请升级兴边', en: 'Upgrade Xingbian' },
  },
  'database-failed': {
    message: { zh: '数据库出错：{reason}', en: 'The database failed: {reason}' },
    hint: { zh: '请检查数据库服务器的日志', en: 'Check the log of the database server' },
  },

  // Address, certificate, settings
  'port-taken': {
    message: { zh: '端口 {port} 已被占用', en: 'Port {port} is taken' },
    hint: {
      zh: '请换一个端口，如 PORT=3001 npm start（PORT=0 自动选择）',
      en: 'Choose another, such as PORT=3001 npm start (PORT=0 picks a free one)',
    },
  },
  'port-denied': {
    message: { zh: '没有权限使用端口 {port}', en: 'No permission to use port {port}' },
    hint: { zh: '请使用 1024 以上的端口', en: 'Use a port above 1024' },
  },
  'host-invalid': {
    message: { zh: '本机没有地址“{host}”', en: 'This machine has no address “{host}”' },
    hint: {
      zh: 'HOST 应为本机地址，如 127.0.0.1 或 0.0.0.0',
      en: 'HOST is an address of this machine, such as 127.0.0.1 or 0.0.0.0',
    },
  },
  'setting-invalid': {
    message: {
      zh: '设置 {setting} 的值“{value}”不正确：{reason}',
      en: 'Setting {setting} has the wrong value “{value}”: {reason}',
    },
    hint: { zh: '设置说明见 xingbian help', en: 'The settings are described in xingbian help' },
  },
  'tls-file': {
    message: {
      zh: '{setting} 所指的文件 {file} 无法读取',
      en: 'The file {file} of {setting} cannot be read',
    },
    hint: { zh: '请检查路径和权限', en: 'Check its path and permissions' },
  },
  'tls-invalid': {
    message: {
      zh: 'TLS_CERT 与 TLS_KEY 不是一对有效的证书和私钥：{reason}',
      en: 'TLS_CERT and TLS_KEY are not a valid certificate and its key: {reason}',
    },
    hint: {
      zh: '请使用 PEM 格式、未加密的私钥和与之配对的证书',
      en: 'Use PEM files: an unencrypted key and the certificate made for it',
    },
  },

  // A file a command writes
  'output-exists': {
    message: { zh: '文件已存在：{file}', en: '{file} exists' },
    hint: { zh: '覆盖请加 --force', en: '--force overwrites it' },
  },
  'output-failed': {
    message: { zh: '无法写入 {file}：{reason}', en: '{file} cannot be written: {reason}' },
    hint: { zh: '请用 --out 指定另一个文件', en: 'Give another file with --out' },
  },

  // The plan
  'boundary-file': {
    message: {
      zh: '边界图层 {file} 不能使用：{reason}',
      en: 'The boundary layer {file} cannot be used: {reason}',
    },
    hint: {
      zh: 'BOUNDARY_FILE 应为 GeoJSON（经纬度，线或面），不设则不画边界',
      en: 'BOUNDARY_FILE is GeoJSON in longitude and latitude, lines or areas; unset, no boundary is drawn',
    },
  },
  'backup-invalid': {
    message: {
      zh: '备份不能使用（第 {line} 行）：{reason}',
      en: 'The backup cannot be used (line {line}): {reason}',
    },
    hint: {
      zh: '数据库未改动；请换一份完整的备份',
      en: 'The database was left as it is; take a backup that is whole',
    },
  },
  'restore-not-empty': {
    message: {
      zh: '统计库已有数据（到第 {number} 次发布），不能在其上恢复备份',
      en: 'The base holds data up to publication {number}; a backup is not put on top of them',
    },
    hint: {
      zh: '请用 --data 指定一个新的数据目录，并在首次启动之前恢复',
      en: 'Choose a new data folder with --data, and restore before its first start',
    },
  },
  'restore-accounts': {
    message: {
      zh: '数据库已有账号（{count} 个）或操作记录，不能在其上恢复备份',
      en: 'The database holds accounts ({count}) or acts on record; a backup is not put on top of them',
    },
    hint: {
      zh: '请用 --data 指定一个新的数据目录，并在首次启动之前恢复',
      en: 'Choose a new data folder with --data, and restore before its first start',
    },
  },

  // An account that is to be reset
  'account-unknown': {
    message: { zh: '没有账号 {login}', en: 'There is no account {login}' },
    hint: {
      zh: '请核对登录名和数据目录（--data）',
      en: 'Check the login and the data folder (--data)',
    },
  },
  'account-closed': {
    message: { zh: '账号 {login} 已关闭', en: 'The account {login} is closed' },
    hint: {
      zh: '关闭的账号不再启用，请重置另一个系统管理员',
      en: 'A closed account stays closed; reset another system administrator',
    },
  },
  'dataset-invalid': {
    message: {
      zh: '规划目录的数据文件 {file} 有 {count} 处错误：{first}',
      en: 'The data file {file} of the plan has {count} errors: {first}',
    },
    hint: {
      zh: '请运行 xingbian import data/{file} --dry-run 查看全部',
      en: 'Run xingbian import data/{file} --dry-run to see them all',
    },
  },
  'plan-missing': {
    message: { zh: '没有找到规划目录：{folder}', en: 'No plan folder found: {folder}' },
    hint: {
      zh: '请用 --plan 指定含有 plan.yaml 的目录',
      en: 'Give a folder that holds plan.yaml with --plan',
    },
  },
  'plan-several': {
    message: { zh: '找到多个规划：{folders}', en: 'There are several plans: {folders}' },
    hint: {
      zh: '一个实例只运行一个规划，请用 --plan 指定其一',
      en: 'An instance runs one plan: choose it with --plan',
    },
  },
  'plan-invalid': {
    message: {
      zh: '规划 {folder} 有 {count} 处错误，第一处：{first}',
      en: 'The plan {folder} has {count} errors, the first: {first}',
    },
    hint: { zh: '请运行 xingbian check {folder}', en: 'Run xingbian check {folder}' },
  },
} as const satisfies Record<
  string,
  { message: Record<Language, string>; hint: Record<Language, string> }
>;

export type StartRefusalCode = keyof typeof startRefusalTable;
