/** Returns a count with its noun in English: 1 item, 2,000 items, 140 counties. */
export function plural(count: number, one: string, many = pluralOf(one)): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Returns a noun in the plural; words after it stay: county under a policy, counties under a policy. */
export function pluralOf(noun: string): string {
  const [, head = noun, rest = ''] = /^(.*?)( (?:under|of|with|in) .*)?$/.exec(noun) ?? [];
  return `${/[^aeiou]y$/.test(head) ? `${head.slice(0, -1)}ies` : `${head}s`}${rest}`;
}
