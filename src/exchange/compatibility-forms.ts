/** U+2E80–U+2EFF by the character each has the shape of; an ideographic space where none is. */
const radicals =
  '　厂乛　　亻冂几　刂卜㔾　　兀尣尢　巳幺彑彐忄㣺扌攵　旡日月歺母民氵氺灬爫　丬　犭王　罒示礻　糸纟　罒　　　　羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';

/** Glyphs that fonts share outside those blocks, and 户, whose radical decomposes to the traditional 戶. */
const shared: Readonly<Record<string, string>> = {
  '\u2015': '—',
  '\u2F3E': '户',
  '\u3B35': '胶',
};

/**
 * Returns `text` with the radicals and compatibility forms that fonts share a glyph with set as the
 * ordinary characters: a PDF tells glyphs from each other, not ⼈ (U+2F08) from 人. Found by printing
 * the 6,763 characters of GB 2312 in two fonts and reading them back.
 */
export function foldCompatibilityForms(text: string): string {
  return text.replace(/[\u2015\u2E80-\u2EFF\u2F00-\u2FDF\u3B35\uF900-\uFAFF]/g, foldForm);
}

function foldForm(form: string): string {
  const radical = radicals.charAt(form.charCodeAt(0) - 0x2e80).trim();
  return shared[form] ?? (radical === '' ? form.normalize('NFKC') : radical);
}
