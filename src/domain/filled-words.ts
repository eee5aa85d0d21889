/**
 * Returns the template with its {placeholders} filled; in English a parameter `reasonEn` goes
 * before `reason`, so that words inside a message can be said in both languages.
 */
export function fill(
  template: string,
  params: Readonly<Record<string, string | number>>,
  language: 'zh' | 'en',
): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const translated = language === 'en' ? params[`${name}En`] : undefined;
    return String(translated ?? params[name] ?? whole);
  });
}
