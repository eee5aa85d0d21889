/** What `xingbian help` prints. */
export const helpText = `兴边 Xingbian

用法 Usage
  xingbian start [--plan DIR] [--data DIR] [--host HOST] [--port PORT]
      启动网站，Ctrl-C 停止  Start the site; Ctrl-C stops it
  xingbian compile FILE [--json]
      编译公文为条款、责任和规划事项  Compile an official document
  xingbian check DIR
      检查规划目录  Check a plan's folder
  xingbian import FILE [--dry-run] [--mapping M.yaml] [--source TEXT]
                  [--plan DIR] [--data DIR] [--json]
      导入统计表（.csv、.xlsx），有错误则全部不导入
      Import a table of statistics: all of it or, with errors, nothing
  xingbian export [--indicators I] [--periods P] [--territories T [--basis B]]
                  [--as-of N] [--format csv|xlsx|json-stat|datapackage]
                  [--out FILE [--force]] [--plan DIR] [--data DIR]
      导出统计数据，附定义、来源和时点  Write the statistics, with definitions and sources
  xingbian backup FILE [--force]
      备份统计库（含全部修订）、账号、报送和操作记录；文件含密钥
      Back up the base with every revision, accounts, collection and the record
      of acts; the file holds secrets
  xingbian restore FILE
      在首次启动之前的空数据目录中恢复备份
      Put a backup into an empty data folder, before its first start
  xingbian account reset LOGIN
      重置账号：给出一次性密码，去掉验证器  Reset an account: a one-time password,
      no authenticator
  xingbian schemas [DIR]
      写出 JSON Schema  Write the JSON Schemas
  xingbian help | --version
  --lang en
      英文输出  Output in English

start 的设置（环境变量） Settings of start (environment)
  HOST           监听地址，默认 127.0.0.1  Address to listen on
  PORT           端口，默认 3000，0 为自动选择  Port; 0 picks a free one
  XINGBIAN_DATA  数据目录，默认 .xingbian  Data folder
  DATABASE_URL   PostgreSQL 15 以上的连接地址；不设则用内置数据库
                 Address of a PostgreSQL 15 or newer; unset: the embedded one
  TLS_CERT, TLS_KEY
                 证书和私钥文件（PEM），同时设置时使用 HTTPS  PEM files; both set: HTTPS
  BOUNDARY_FILE, BOUNDARY_APPROVAL
                 边界图层（GeoJSON）及其审图号；不设则不画边界
                 A boundary layer and its 审图号; unset: no boundary is drawn
  TRUST_PROXY    off（默认）、on、loopback 或 IP/网段：信任其 X-Forwarded-* 头
                 Whose X-Forwarded-* headers are believed
  SMTP_URL, MAIL_FROM, PUBLIC_URL
                 邮件服务器、发件人和本站网址；设置后催报另发邮件
                 Server, sender and address of this site: reminders by mail
  REMINDER_WEBHOOK_URL, REMINDER_WEBHOOK_SECRET
                 催报通知接口及其签名密钥  Is told of reminders; signs the calls
  LOG            off（默认）或 requests：每个请求一行日志  One line a request`;
