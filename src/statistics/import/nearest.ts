/** Returns the candidates most like a text, at most three, best first; those too unlike left out. */
export function nearest(text: string, candidates: Iterable<string>): string[] {
  if (text.length === 0 || text.length > 40) return [];
  const most = Math.max(1, Math.floor(text.length / 2));
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) > most) continue;
    const distance = editDistance(text, candidate);
    if (distance <= most && distance < text.length) found.push({ candidate, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((item) => item.candidate);
}

/** Texts that a hint is looked for; those after them are not listed anyway. */
const mostHints = 600;

/** Finds the candidates most like a text; where some of the preferred are like it, only those. */
export type FindNearest = (
  text: string,
  candidates: readonly string[],
  preferred?: () => readonly string[],
) => string[];

/** Returns `nearest` for so many texts, and nothing for those after: it takes longer than reading. */
export function boundedNearest(): FindNearest {
  let left = mostHints;
  return (text, candidates, preferred = () => []) => {
    left -= 1;
    if (left < 0) return [];
    const close = nearest(text, preferred());
    return close.length > 0 ? close : nearest(text, candidates);
  };
}

/** Returns the words of a hint that name similar things; empty where there are none. */
export function nearestWords(similar: readonly string[]): { nearest: string; nearestEn: string } {
  if (similar.length === 0) return { nearest: '', nearestEn: '' };
  return {
    nearest: `；相近的有：${similar.join('、')}`,
    nearestEn: `; similar are: ${similar.join(', ')}`,
  };
}

/** Levenshtein: insertions, deletions and changes of single characters. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
