import { type RefObject, useEffect, useRef } from 'react';

/** Height of a sheet of A4 in CSS pixels, a little less than 297 mm. */
const paper = 1120;

/** From the size of the screen down; what does not fit the last takes another sheet. */
const sizes = [1, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76];

/**
 * Returns a ref for a sheet. Just before printing, a sheet with more on it than fits the paper is set
 * as much smaller as it must be, its lines that much longer: one place is one page.
 */
export function useSheetFit(): RefObject<HTMLElement | null> {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    const fit = () => {
      if (sheet.current) setSize(sheet.current);
    };
    addEventListener('beforeprint', fit);
    return () => removeEventListener('beforeprint', fit);
  }, []);
  return sheet;
}

function setSize(sheet: HTMLElement): void {
  sheet.classList.add('measured');
  for (const size of sizes) {
    sheet.style.setProperty('--sheet-fit', String(size));
    if (sheet.offsetHeight <= paper / size) break;
  }
  sheet.classList.remove('measured');
}
