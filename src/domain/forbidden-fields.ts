/** Something this product does not hold, in whatever table it comes. */
export interface ForbiddenTopic {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** What a name of a field or an indicator of this kind contains. */
  readonly words: RegExp;
  /** Parts of names that contain such a word and mean something else; taken out first. */
  readonly permitted: RegExp;
}

/**
 * What the README refuses to hold, as names of fields and indicators. Counts of institutions, works
 * and beneficiaries are statistics and stay permitted; what a person is, believes, speaks, or where
 * a person moves is not held, and neither are police, border control and the military.
 */
export const forbiddenTopics: readonly ForbiddenTopic[] = [
  {
    id: 'ethnicity',
    name: { zh: '民族成份', en: 'ethnicity of persons' },
    words:
      /民族|族别|族裔|族群|(?:汉|壮|回|苗|满|藏|彝|傣|瑶|侗|白|土家|蒙古|朝鲜|维吾尔|哈萨克|柯尔克孜|塔吉克|俄罗斯|鄂伦春|鄂温克|赫哲|达斡尔)族(?:人口|人数|居民|户|比重|占比|比例)|ethnic|\bminorit(?:y|ies)\b|\bnationality\b/i,
    permitted:
      /民族自治[地县州区旗乡]?(?:方)?|民族(?:乡|镇|地区|工作|团结|事务|贸易|特需|用品|手工业|工艺|文化|医药|医院|学校|中学|小学|教育|体育|贸易县)|少数民族(?:特色(?:村镇|村寨|小镇|文化)?|地区|传统|文化|文物|古籍|非物质)[^人口户]*|[\u4e00-\u9fa5]{1,8}族(?:族)*自治[县州区旗乡]|[\u4e00-\u9fa5]{1,6}族[乡镇]|中华民族|国民族/g,
  },
  {
    id: 'religion',
    name: { zh: '宗教信仰', en: 'religion of persons' },
    words:
      /宗教|信教|信众|教徒|穆斯林|佛教|伊斯兰|基督|天主教|道教|朝觐|religio|\bmuslims?\b|\bbuddhis|\bchristian/i,
    permitted: /(?!)/g,
  },
  {
    id: 'language',
    name: { zh: '个人语言使用', en: 'language of persons' },
    words:
      /母语|方言|语种|双语(?:人口|人数|能力)|(?:普通话|国家通用语言(?:文字)?)(?:普及|使用|掌握)[率人]|mother tongue|\blanguage\b/i,
    permitted: /(?!)/g,
  },
  {
    id: 'person',
    name: { zh: '个人身份和联系方式', en: 'identity and contacts of persons' },
    words:
      /身份证|公民身份号码|证件(?:号|类型)|护照|姓名|人名|户主|联系电话|手机号|电话号码|住址|家庭地址|门牌号|银行(?:卡|账)号|出生(?:日期|年月日)|指纹|人脸|虹膜|血型|\bdna\b|id ?card|identity (?:number|card)|passport|(?:first|last|full|family|given|person(?:al)?) ?name|phone number|home address|date of birth|fingerprint|\bbiometric/i,
    permitted: /电话号码(?:总数|资源)/g,
  },
  {
    id: 'movement',
    name: { zh: '个人态度、行踪和居留', en: 'attitudes, movements and residence of persons' },
    words:
      /行踪|轨迹|思想(?:动态|状况|表现)|政治(?:态度|倾向|表现)|忠诚|可疑|重点人(?:员|口)|(?:境外|非法)(?:人员|居留|入境|婚姻)|三非|偷渡|出国(?:人员)?(?:名单|去向)|attitude|loyalty|suspect|illegal (?:entry|residen|migra)/i,
    permitted: /(?!)/g,
  },
  {
    id: 'security',
    name: { zh: '治安、边控和军事', en: 'police, border control and the military' },
    words:
      /警力|警务|警察|民警|辅警|公安|治安|犯罪|刑事|维稳|反恐|监控|摄像头|安防|天网|雪亮|卡口|边控|边防|巡边|护边员|联防|界碑|哨所|军事|军人|驻军|武警|民兵|国防(?!路)|兵力|police|surveillance|crime|criminal|border (?:guard|control|patrol)|military|militia|garrison/i,
    permitted: /国防教育|军人优待|退役军人|优抚|抚恤/g,
  },
];

/** Returns what forbids a name of a field or an indicator, or null where nothing does. */
export function forbiddenTopic(name: string): ForbiddenTopic | null {
  const text = name.normalize('NFKC').replace(/\s+/g, ' ').slice(0, 200);
  return (
    forbiddenTopics.find(({ words, permitted }) => words.test(text.replace(permitted, ' '))) ?? null
  );
}
