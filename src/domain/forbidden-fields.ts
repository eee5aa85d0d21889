/** Something this product does not hold, in whatever table it comes. */
export interface ForbiddenTopic {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** What a name of a field or an indicator of this kind contains. */
  readonly words: RegExp;
  /** Parts of names that contain such a word and mean something else; taken out first. */
  readonly permitted: RegExp;
}

/** The fifty-five, and the majority, as names of persons' ethnicity begin. */
const groups =
  '汉|壮|回|苗|满|藏|彝|傣|瑶|侗|白|土家|蒙古|朝鲜|维吾尔|哈萨克|柯尔克孜|塔吉克|俄罗斯|鄂伦春|鄂温克|赫哲|达斡尔|布依|哈尼|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|土|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|怒|乌孜别克|德昂|保安|裕固|京|塔塔尔|独龙|门巴|珞巴|基诺';

/** What is counted of persons. */
const persons = '人口|人数|人员|居民|村民|群众|学生|干部|职工|户|比重|占比|比例';

/** Words that make of 民族 an affair, a place, a work or an institution. */
const affairs =
  '地区|聚居区|乡|镇|工作|团结|事务|事业|宗教事务|贸易|特需|用品|手工业|手工艺|工艺|服饰|文化|文物|古籍|建筑|节庆|歌舞|医|学校|中学|小学|幼儿园|学院|大学|出版社|教育|体育|博物馆|博览|发展资金|资金|特色|传统|非物质文化遗产|(?:语言|文字|语文|语)(?:广播|电视|影视|节目|译制|图书|报刊|出版|网站)';

/**
 * What the README refuses to hold, as names of fields and indicators. Counts of institutions, works
 * and beneficiaries are statistics and stay permitted; what a person is, believes, speaks, or where
 * a person moves is not held, and neither are police, border control and the military. Names of
 * bodies are permitted everywhere. test/cases/forbidden-fields/ is the reviewed list of both.
 */
export const forbiddenTopics: readonly ForbiddenTopic[] = [
  {
    id: 'ethnicity',
    name: { zh: '民族成份', en: 'ethnicity of persons' },
    words: new RegExp(
      `民族|族别|裔族|族裔|族群|(?:${groups})族(?:${persons})|ethnic|\\bminorit(?:y|ies)\\b|\\bnationality\\b`,
      'i',
    ),
    permitted: new RegExp(
      [
        '民族自治[地县州区旗乡]?(?:方)?',
        `(?:少数)?民族(?:${affairs})`,
        '国家民族事务委员会|民族事务委员会|民族语文',
        '[\\u4e00-\\u9fa5]{1,8}族(?:族)*自治[县州区旗乡]',
        '[\\u4e00-\\u9fa5]{1,6}族[乡镇]',
        '中华民族|国民族',
        '(?:inter-?)?ethnic (?:autonom\\w+|trade|affairs|townships?|unity|culture|crafts?|handicrafts?|medicine|areas?|regions?)',
        '(?:ethnic |national )?minorit(?:y|ies) (?:features?|areas?|regions?|villages?|culture|heritage|affairs|languages? (?:programmes?|broadcasts?)|(?:development )?funds?)',
      ].join('|'),
      'gi',
    ),
  },
  {
    id: 'religion',
    name: { zh: '宗教信仰', en: 'religion of persons' },
    words:
      /宗教|信教|信众|教徒|教职人员|阿訇|喇嘛|僧侣|僧尼|穆斯林|佛教|伊斯兰|基督|天主教|道教|朝觐|religio|\bmuslims?\b|\bbuddhis|\bchristian/i,
    permitted: /国家宗教(?:事务)?局|(?:民族)?宗教(?:事务)?(?:管理)?(?:局|委员会)/g,
  },
  {
    id: 'language',
    name: { zh: '个人语言使用', en: 'language of persons' },
    words:
      /母语|方言|语种|语言(?:使用|状况|能力)|双语(?:人口|人数|能力)|(?:普通话|国家通用语言(?:文字)?)(?:普及|使用|掌握)[率人]|(?:会|会说|能说|不会|掌握)(?:普通话|国家通用语言|汉语)|mother tongue|\blanguage\b/i,
    permitted: /minority languages? (?:programmes?|broadcasts?)/gi,
  },
  {
    id: 'person',
    name: { zh: '个人身份和联系方式', en: 'identity and contacts of persons' },
    words:
      /身份证|公民身份号码|证件(?:号|类型)|护照|姓名|人名|花名册|户主|联系电话|手机号|电话号码|住址|家庭地址|门牌号|银行(?:卡|账)号|社保(?:卡)?号|学号|学籍号|准考证|残疾(?:人)?证号|出生(?:日期|年月)|指纹|人脸|虹膜|血型|\bdna\b|id ?card|identity (?:number|card)|passport|(?:first|last|full|family|given|person(?:al)?) ?name|phone number|home address|date of birth|fingerprint|\bbiometric/i,
    permitted: /电话号码(?:总数|资源)/g,
  },
  {
    id: 'movement',
    name: { zh: '个人态度、行踪和居留', en: 'attitudes, movements and residence of persons' },
    words:
      /行踪|轨迹|思想(?:动态|状况|表现)|政治(?:态度|倾向|表现)|忠诚|可疑|重点人(?:员|口)|(?:境外|外籍|非法)(?:人员|居民|居留|入境|婚姻)|(?:跨境|涉外)婚姻|通婚|无国籍|三非|偷渡|出国(?:人员)?(?:名单|去向)|attitude|loyalty|suspect|stateless|illegal (?:entry|residen|migra)/i,
    permitted: /(?!)/g,
  },
  {
    id: 'security',
    name: { zh: '治安、边控和军事', en: 'police, border control and the military' },
    words:
      /警力|警务|警察|民警|辅警|公安|治安|犯罪|刑事|维稳|反恐|监控|摄像头|安防|天网|雪亮|卡口|边控|边防|巡边|巡逻|铁丝网|护边员|联防|界碑|哨所|军事|军人|驻军|武警|民兵|国防(?!路)|兵力|police|surveillance|crime|criminal|border (?:guard|control|patrol)|military|militia|garrison|\btroops\b/i,
    permitted:
      /国防教育|军人优待|退役军人|优抚|抚恤|公安部(?!门)|^[\u4e00-\u9fa5]{0,10}公安[厅局]$|(?:中央军委|中央军事委员会)[\u4e00-\u9fa5]{0,6}部|(?:空气|大气|水质|水文|环境|生态|污染|地震|地质|疫情|疫病|森林|草原|气象)[\u4e00-\u9fa5]{0,4}监控|(?:water|air|disease|environmental|epidemic|seismic)(?: quality)? surveillance/gi,
  },
];

/** Returns what forbids a name of a field or an indicator, or null where nothing does. */
export function forbiddenTopic(name: string): ForbiddenTopic | null {
  const text = name.normalize('NFKC').replace(/\s+/g, ' ').slice(0, 200);
  return (
    forbiddenTopics.find(({ words, permitted }) => words.test(text.replace(permitted, ' '))) ?? null
  );
}

/** Returns the first of the names of a schema that is forbidden, and why; null where none is. */
export function forbiddenIn(
  names: readonly string[],
): { readonly name: string; readonly topic: ForbiddenTopic } | null {
  for (const name of names) {
    const topic = forbiddenTopic(name);
    if (topic !== null) return { name, topic };
  }
  return null;
}
