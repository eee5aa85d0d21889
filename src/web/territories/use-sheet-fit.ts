import { type RefObject, useEffect, useRef } from 'react';

/** Height of a sheet of A4 in CSS pixels, a little less than 297 mm. */
const paper = 1120;

/** Smaller type than this is not read on paper; a sheet that still does not fit takes another one. */
const least = 0.78;

/**
 * Returns a ref for a sheet. Just before printing, a sheet with more on it than fits the paper is set
 * that much smaller: one place is one page.
 */
export function useSheetFit(): RefObject<HTMLElement | null> {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    const fit = () => {
      const element = sheet.current;
      if (!element) return;
      element.classList.add('measured');
      const zoom = Math.max(least, Math.min(1, paper / element.offsetHeight));
      element.classList.remove('measured');
      element.style.setProperty('--sheet-fit', zoom.toFixed(3));
    };
    addEventListener('beforeprint', fit);
    return () => removeEventListener('beforeprint', fit);
  }, []);
  return sheet;
}
