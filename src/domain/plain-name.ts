/**
 * Returns a name of a field as the forbidden topics read it: full-width forms and traditional
 * characters in their usual ones, nothing invisible or blank between Chinese characters (“姓　名”,
 * “身_份_证”), Latin names as words (`household_head`, `householdHead`); at most 200 characters.
 */
export function plainName(name: string): string {
  return [...name.slice(0, 400).normalize('NFKC')]
    .map((character) => simplified.get(character) ?? character)
    .join('')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<=\p{Script=Han})[\s_·.*-]+(?=\p{Script=Han})/gu, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replace(/[\s_.-]+/g, ' ')
    .trim()
    .slice(0, 200);
}

/** The traditional characters of the words of the topics, each before its simplified one. */
const pairs =
  '戶户號号證证証证戸户語语護护邊边視视頻频監监點点電电話话攝摄頭头邏逻務务軍军國国聯联繫系絡络碼码銀银賬账帳账單单冊册員员貧贫對对數数區区縣县鄉乡鎮镇滿满漢汉維维爾尔薩萨納纳東东羅罗瑤瑶壯壮門门龍龙鮮鲜溫温倫伦達达會会說说講讲聽听種种態态動动軌轨跡迹蹤踪時时間间離离車车處处場场類类別别構构結结組组屬属稱称總总統统學学師师職职幹干無无婦妇兒儿備备註注請请個个標标準准補补貼贴責责負负領领簽签狀状況况衛卫隊队線线營营練练養养醫医廣广館馆僑侨齡龄紋纹臉脸險险壞坏貿贸產产業业資资項项歷历觀观儀仪敎教眞真';
const simplified = new Map(
  Array.from({ length: pairs.length / 2 }, (_, at) => [
    pairs[2 * at] ?? '',
    pairs[2 * at + 1] ?? '',
  ]),
);
