import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Height of a sheet of A4 in CSS pixels, a little less than 297 mm. */
const paper = 1120;

/** From the size of the screen down; what does not fit the last takes another sheet. */
const sizes = [1, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76];

/** The least size a sheet takes to hold longer lists; smaller ones are for what must be on it. */
const readable = 0.88;

/** Lines of a list that are on paper in any case. */
const fewest = 4;

/** A sheet, and how many lines of each of its lists are on paper. */
export interface SheetFit {
  readonly sheet: RefObject<HTMLElement | null>;
  readonly lines: number;
}

/**
 * Returns a ref for a sheet and how long its lists may be. Just before printing, a sheet with more on
 * it than fits the paper is set as much smaller as it must be, its lines that much longer: one place
 * is one page. Lists are as long as there is room for at a readable size; the web page has the rest.
 */
export function useSheetFit(): SheetFit {
  const sheet = useRef<HTMLElement>(null);
  const [lines, setLines] = useState(fewest);
  useEffect(() => {
    const fit = () => {
      if (sheet.current) fitPaper(sheet.current, (count) => flushSync(() => setLines(count)));
    };
    addEventListener('beforeprint', fit);
    return () => removeEventListener('beforeprint', fit);
  }, []);
  return { sheet, lines };
}

function fitPaper(sheet: HTMLElement, showLines: (count: number) => void): void {
  sheet.classList.add('measured');
  showLines(fewest);
  let lines = fewest;
  let fitted = false;
  for (const size of sizes) {
    if (fitted && size < readable) break;
    sheet.style.setProperty('--sheet-fit', String(size));
    const fits = () => sheet.offsetHeight <= paper / size;
    if (!fits()) continue;
    fitted = true;
    while (sheet.querySelector('.beyond')) {
      showLines(lines + 1);
      if (!fits()) {
        showLines(lines);
        break;
      }
      lines += 1;
    }
    if (!sheet.querySelector('.beyond')) break;
  }
  sheet.classList.remove('measured');
}
