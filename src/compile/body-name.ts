/**
 * The names of bodies as official documents print them. No list of agencies: a body is known by
 * what its name ends in, so that a document of any year or level can be read.
 */
const endings = [
  '部|委|委员会|局|总局|署|总署|办|办公厅|办公室|厅|院|会|行|社|总社|协|联|室|司|组|小组|中心|中央',
  '银行|公司|集团|工会|妇联|法院|检察院|兵团|部队|总队|军区|海关|基金会|联席会议|支行|分行|政协|人大|党校|军委',
  '电网|电信|移动|联通|铁塔|邮政|气象台|研究所|研究院|大学|学会|协会|商会',
].join('|');
const ending = new RegExp(`(?:${endings})$`);

/** Common nouns with the same endings: never a body by themselves. */
const commonNoun = new RegExp(
  '^(?:全部|内部|外部|总部|干部|局部|部|委|局|会|行|院|社会|学院|医院|卫生院|敬老院|福利院|法院|剧院|电影院|博物院|' +
    '银行|商业银行|公司|集团|企业集团|国有企业|协会|学会|商会|行业协会|行业协会商会|居委会|村委会|委员会|工会|' +
    '俱乐部|门市部|党支部|团支部|大学|高等院校|大专院校|合作社|农民合作社|供销社|旅行社|出版社|通讯社|' +
    '博览会|展览会|展销会|运动会|全运会|冬奥会|论坛会|机会|都会|教室|办公室|实验室|研究中心|服务中心|活动中心|中心|' +
    '上述|以上|以下|东部|中部|西部|南部|北部|东北部|中西部|一部|两部|基层党组|小组|班组|党小组|工作组|专家组|课题组)$',
);
const body = /^[\u4e00-\u9fa5A-Za-z0-9“”·]+$/;
const verbLike =
  /^(?:含|包括|包含|如|即|例如|以下|下同|详见|见|参见|不含|以及|其中|按|按照|根据|对|在|从|将|由|为|是|经|通过|加强|推进|建设|支持|鼓励|完善|开展|实施)/;

/** A province stands for its government: （海南省、商务部负责）. */
const province =
  /^(?:(?:北京|天津|上海|重庆)市|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省|(?:内蒙古|西藏|广西壮族|宁夏回族|新疆维吾尔)自治区|(?:香港|澳门)特别行政区)$/;

/** Whether `name` reads as the name of one body (国家发展改革委, 中国残联, 铁路总公司). */
export function isBodyName(name: string): boolean {
  if (name.length < 3 && !/^(?:团中央|中科院)$/.test(name)) return false;
  if (name.length > 26 || !body.test(name)) return false;
  if (commonNoun.test(name) || verbLike.test(name) || /(?<!自)由/.test(name)) return false;
  return ending.test(name) || province.test(name) || isGovernmentOfOnePlace(name);
}

/** Whether `name` could be a body although its ending is none of the usual: 国家电网, 中国石化. */
export function mayBeBody(name: string): boolean {
  return (
    /^[\u4e00-\u9fa5A-Za-z]{3,14}$/.test(name) &&
    !/年内|底前|持续|政策|措施|方案|工作|推进|落实/.test(name) &&
    !commonNoun.test(name) &&
    !verbLike.test(name)
  );
}

/** 北京市人民政府, 新疆维吾尔自治区人民政府: a named body; 省级人民政府 is not. */
function isGovernmentOfOnePlace(name: string): boolean {
  return /[省市区州盟县旗]人民政府$/.test(name) && !isUnnamedBody(name);
}

/** Whether `name` stands for bodies it does not name: 各省级人民政府, 有关部门, 边境各省区. */
export function isUnnamedBody(name: string): boolean {
  if (name.length < 2 || name.length > 30) return false;
  if (
    /^(?:省|市|县|省区|自治区|直辖市|地方|地区|各地|部门|单位|地方政府|地方人民政府|人民政府|金融机构|中央企业|高等学校|高校|科研机构)$/.test(
      name,
    )
  )
    return true;
  if (
    /^(?:各|有关|相关|其他|其它|所在|所属|相应|当地|地方|国务院有关|国务院各|中央有关|中央各|省有关|市有关)/.test(
      name,
    )
  )
    return unnamedEnding.test(name);
  if (/^(?:试点|帮扶|受帮扶|对口|示范)(?:地区|城市|省份|省区市|省市|单位|部门|企业|区)$/.test(name))
    return true;
  if (/^(?:边境|沿边|沿海|中西部|东部|中部|西部|东北|帮扶|受帮扶|试点|对口)/.test(name))
    return /(?:部门|单位|省份|省区|省市|政府|党委)$/.test(name);
  if (/(?:主管|监管|管理)部门$/.test(name)) return true;
  if (/(?:有关|相关|各|其他)(?:部门|单位|方面|地区|地方|企业|机构|省份)/.test(name))
    return unnamedEnding.test(name);
  return /^(?:中央|自治区|直辖市|[省市州县乡区盟旗地、])*级(?:人民)?政府$/.test(name);
}

const unnamedEnding =
  /(?:部门|单位|地区|地方|方面|企业|机构|省份|省区|省市|省区市|区市|区、市）|市县|省级|市级|县级|政府|党委|党组|高校|院校|学校|银行|金融机构|协会|组织|集团|公司|地|省|市|县|区)$/;
