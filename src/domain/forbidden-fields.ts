import { plainName } from './plain-name.ts';

/** Something this product does not hold, in whatever table it comes. */
export interface ForbiddenTopic {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** What a plain name of a field or an indicator of this kind contains. */
  readonly words: RegExp;
  /** Parts of names that contain such a word and mean something else; taken out first. */
  readonly permitted: RegExp;
  /** Whole names of the topic that may be held. */
  readonly held?: RegExp;
}

/** Behind it no Chinese character follows: the word is what the name is a name of. */
const end = '(?![\\u4e00-\\u9fa5])';

/** The fifty-five, and the majority, as names of persons' ethnicity begin. */
const groups =
  '汉|壮|回|苗|满|藏|彝|傣|瑶|侗|白|土家|蒙古|朝鲜|维吾尔|哈萨克|柯尔克孜|塔吉克|俄罗斯|鄂伦春|鄂温克|赫哲|达斡尔|布依|哈尼|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|土|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|怒|乌孜别克|德昂|保安|裕固|京|塔塔尔|独龙|门巴|珞巴|基诺';
/** Those that 人 may follow and still be said of a person’s people; 白人 and 水人 are not. */
const longGroups = groups
  .split('|')
  .filter((group) => group.length > 1)
  .join('|');
const englishGroups =
  'han|hui|zhuang|uyghurs?|uighurs?|kazakhs?|koreans?|mongols?|mongolians?|tibetans?|manchus?|kyrgyz|tajiks?|miao|hani|dai|yao|lisu|jingpo|lahu|wa|va';

/** Persons, and what holds them; things that a people's name may stand before are no closed list. */
const persons = `人口|人数|人员|人${end}|居民|村民|农民|牧民|群众|学生|儿童|妇女|老人|教师|干部|职工|[\\u4e00-\\u9fa5]{1,2}员|劳动力|用工|家庭|通婚|[\\u4e00-\\u9fa5]?户`;
const englishPersons =
  'population|persons?|people|residents?|households?|students?|pupils?|teachers?|workers?|employees?|cadres?|women|children|share|percent(?:age)?|ratio';

/** Words that make of 民族 a kind of place, work or institution, whose persons may be counted. */
const affairs =
  '地区|聚居区|乡|镇|自治|工作|团结|事务|贸易|手工业|手工艺|医|班|教育|学校|中学|小学|幼儿园|学院|大学|文化|体育|特色|传统';

/**
 * What the README refuses to hold, as names of fields and indicators. What a person is, believes,
 * speaks, or where a person moves is not held, and a count of such persons is made of nothing else.
 * Of police, border control and the military only a published count or a yes/no milestone is.
 * Counts of institutions, works and beneficiaries are statistics, and names of bodies and places
 * are permitted everywhere. test/cases/forbidden-fields/ is the reviewed list of both.
 */
export const forbiddenTopics: readonly ForbiddenTopic[] = [
  {
    id: 'ethnicity',
    name: { zh: '民族成份', en: 'ethnicity of persons' },
    words: new RegExp(
      [
        // Of persons or of nothing, 民族 is what they are; before any other noun it is its kind.
        `民族(?:${end}|成[份分]|构成|结构|组成|名称|类别|代码|属性|情况|状况|分布|聚居|村(?![寨镇])|[及和与](?![谐睦]))`,
        `(?:民族|(?:${groups})族)(?:[\\u4e00-\\u9fa5]{0,2}(?:${persons})|比[重例率]|占比)`,
        `(?:${groups})族${end}|(?:${longGroups})人${end}|族别|裔族|族裔|族群`,
        'ethnicity|\\bethnic(?: (?:groups?|composition|origin|identity|background|status))?$|\\bethnic groups?\\b|\\bnationality\\b',
        `\\b(?:ethnic|minorit(?:y|ies)|${englishGroups}) (?:${englishPersons})\\b|\\bminorit(?:y|ies)$`,
        `\\b(?:pct|percent(?:age)?|share|number|population)(?: of)? (?:${englishGroups})\\b`,
        '\\bmin ?zu(?=$|=| ?cheng ?fen)',
      ].join('|'),
      'i',
    ),
    permitted: new RegExp(
      [
        `(?:少数)?民族(?:${affairs})`,
        '[\\u4e00-\\u9fa5]{1,8}族自治[县州区旗乡]',
        '[\\u4e00-\\u9fa5]{1,6}族[乡镇]',
        '中华民族|国民族',
      ].join('|'),
      'g',
    ),
  },
  {
    id: 'religion',
    name: { zh: '宗教信仰', en: 'religion of persons' },
    // A place of worship says of a village what its people believe.
    words:
      /宗教|信教|信仰|信众|信徒|教徒|教职人员|阿訇|喇嘛|僧侣|僧尼|穆斯林|佛教|伊斯兰|基督|天主教|道教|朝觐|清真寺|教堂|礼拜|信佛|信主(?![体动要题])|佛寺|寺庙|寺院|道观(?![测察光念众])|religio|\bfaith\b|\bbeliefs?\b|\bbelievers?\b|\bworship|\bmuslims?\b|\bislam|\bbuddhis|\bchristian|\bmosques?\b|\bchurch(?:es)?\b(?! (?:street|road))|\btemples?\b|\bzong ?jiao/i,
    permitted: /国家宗教(?:事务)?局|(?:民族)?宗教(?:事务)?(?:管理)?(?:局|委员会)/g,
  },
  {
    id: 'language',
    name: { zh: '个人语言使用', en: 'language of persons' },
    words:
      /母语|方言|(?<![多小])语种|语言(?:使用|状况|能力)|(?<!编程|界面|开发|播出|出版)语言(?![\u4e00-\u9fa5])|双语(?:人口|人数|能力)|(?:普通话|国家通用语言(?:文字)?)(?:普及|使用|掌握|水平)(?:[率人]|(?![\u4e00-\u9fa5]))|[懂讲说][\u4e00-\u9fa5]{1,4}语|[会懂讲说](?:普通话|国家通用语言|汉语)|(?:掌握|使用|[不精]通)(?:普通话|国家通用语言|汉语)|mother tongue|\blanguage\b|\bspoken(?: (?:at|in|by)\b|$)|\bspeakers?\b|\bdialects?\b|\bmu ?yu\b/i,
    permitted: /学前学(?:会|说)普通话|minority languages? (?:programmes?|broadcasts?)/gi,
  },
  {
    id: 'person',
    name: { zh: '个人身份和联系方式', en: 'identity and contacts of persons' },
    words: new RegExp(
      [
        // A list whose items are persons, a person in a role, and what identifies one.
        '(?:[人员户民工生师者军童]|对象)(?:花?名册|名单)|花名[册表]',
        '(?:负责|联系|联络|经办|领款|领取|代表|监护|申请|代理|签收|承包|开户|持卡|持证|借款|贷款)人(?![数次均员口才物])|配偶|[户房屋车船]主(?![要体导动管营力])|姓名|姓氏|名字|人名|^姓$',
        `(?:家长|父亲|母亲|患者|村支书|村长|村主任|队长|组长)(?:${end}|姓|电话)`,
        `身份证(?![\\u4e00-\\u9fa5]*(?:点|窗口|便民|受理|办理))|公民身份号码|证件(?:号|类型)|护照|残疾(?:人)?证号|(?<![账用门客])户(?:编号|号|码)${end}`,
        `(?:银行|社保|社会保障|医保|一卡通|存折)卡?(?:卡|账)?号|账号${end}|学号|学籍号|准考证|联系(?:电话|方式)|(?<!办公|单位|值班|服务|固定|移动|通|装)电话${end}|(?<!智能)手机(?:${end}|号)|电话号码|微信号|QQ号`,
        '住址|家庭地址|门牌号|出生(?:日期|年月)|婚姻状况|政治面貌|(?<![河湖态林草统壤])健康状况|指纹|人脸|虹膜|血型|\\bdna\\b|fingerprint|\\bbiometric',
        '\\bid ?card|identity (?:number|card)|passport|\\bdate of birth|\\bbirth ?date\\b|\\bdob\\b|home address',
        "\\b(?:first|last|full|family|given|middle|person(?:al)?|beneficiary|recipient|student|teacher|farmer|resident|officer|owner|applicant|contact|guardian|householder|borrower|patient|worker|member|villager|holder|payee|mother|father|spouse|child)(?:’s|'s)? ?name",
        '\\b(?:person|household|citizen|resident|student|farmer|beneficiary) id\\b|household head|head of (?:the )?household|(?:tele)?phone (?:no|number)|\\btel(?: no)?$|wechat|\\b(?:mobile|cell)(?: phone)?(?: (?:no|number)\\b|$)',
        'xing ?ming|shen ?fen ?zheng|\\bsfzh?\\b|shou ?ji ?hao',
      ].join('|'),
      'i',
    ),
    permitted: /电话号码(?:总数|资源)/g,
  },
  {
    id: 'movement',
    name: { zh: '个人态度、行踪和居留', en: 'attitudes, movements and residence of persons' },
    words:
      /行踪|轨迹|(?:[出入离回返过][境国村乡]|通行)(?:时间|日期|事由)|(?:外出|务工|人员|个人)去向|务工(?:地|国家)|现住(?!房)|户口(?:所在地|地址)|[居常]住地址?(?![\u4e00-\u9fa5])|车牌|思想(?:动态|状况|表现)|政治(?:态度|倾向|表现)|忠诚|可疑|重点人(?:员|口)|(?:境外|外籍|非法)(?:人员|居民|居留|入境|婚姻)|(?:跨境|涉外)婚姻|无国籍|三非|偷渡|attitude|loyalty|suspect|stateless|illegal (?:entry|residen|migra)|\bgps (?:track|log)|residential address|licen[cs]e plate/i,
    permitted: /(?!)/g,
  },
  {
    id: 'security',
    name: { zh: '治安、边控和军事', en: 'police, border control and the military' },
    words:
      /[警边]力|[协特民辅交]警|警[务察员犬车]|派出所|公安|治安|犯罪|刑事|维稳|反恐|走私案|缉私|抓获|视频监控|(?:高清|红外)探头|监控(?:探头|摄像|点|设备|室|覆盖|数|(?![\u4e00-\u9fa5]))|摄像头(?!产|制造|出口|企业)|(?<!公路)安防|天网|雪亮|卡口|边控|边防|巡边|巡逻|铁丝网|边境(?:管控|封控|拦阻|防控)|护边(?:[员队岗点]|小组|力量|人员)|执勤|巡防|越境(?!电商|贸易)|联防(?!联控)|界碑|哨所|军[事人用营]|驻军|武警|民兵|征兵|兵役|营房|国防|兵力|police|surveillance|cctv|\bcameras\b|crime|criminal|patrol|border (?:guard|control|security|posts?\b(?! office))|military|militia|garrison|\barmy\b|\btroops\b|soldier|she ?xiang ?tou/i,
    permitted:
      /国防(?:教育|动员部)|军人优待|退役军人|优抚|抚恤|公安(?:县|部(?!门))|^[\u4e00-\u9fa5]{0,10}公安[厅局]$|^[\u4e00-\u9fa5]{0,6}(?:武警部队|(?:公安|武警|边防|边境管理|海防|国防)[\u4e00-\u9fa5]{0,4}(?:委员会|办公室|总队|支队))(?:办公室)?$|(?:中央军委|中央军事委员会)[\u4e00-\u9fa5]{0,6}部|护边员(?:意外|伤害|人身)*(?:补助|补贴|津贴|保险)|(?:空气|大气|水质|水文|环境|生态|污染|地震|地质|疫情|疫病|森林|草原|林区|防火|防汛|水库|河道|气象)[\u4e00-\u9fa5]{0,6}监控|(?:water|air|disease|environmental|epidemic|seismic)(?: quality)? surveillance/gi,
    held: /^(?=.*(?:公布|公报|published))(?!.*(?:位置|坐标|地[址点]|路线|路段|点位|分布|部署|各村|locat|route)).*(?:数|里程|长度|面积|额|率|number|length)|是否(?:出台|印发|发布)|(?:出台|印发|发布).*是\/否/i,
  },
];

/** Returns what forbids a name of a field or an indicator, or null where nothing does. */
export function forbiddenTopic(name: string): ForbiddenTopic | null {
  const text = plainName(name);
  return (
    forbiddenTopics.find(
      ({ words, permitted, held }) =>
        words.test(text.replace(permitted, ' ')) && held?.test(text) !== true,
    ) ?? null
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
