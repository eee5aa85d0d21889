/** Titles end in one of the kinds of official document. */
export const documentKinds =
  '通知|意见|决定|规划|方案|办法|批复|公告|纲要|条例|规定|报告|复函|函|命令|通报|决议|请示|行动计划|计划|公报|细则|措施|要点|倡议|宣言|指南|准则|规则';
export const titleEnd = new RegExp(`(?:${documentKinds})(?:（[^（）]{1,20}）)?$`);
/** A title that ran into its text: 中共中央 国务院关于…的意见（2018年1月2日）实施…. */
export const runOnTitle =
  /^[^。；\n]{2,40}?关于[^。；\n]{2,80}?的(?:若干|指导|实施)?(?:意见|决定|通知|办法|方案|批复)(?=（|[\u4e00-\u9fa5])/;
