import { useEffect, useState } from 'react';

/** Height of what lies over the text at the top of the window. */
const covered = 96;

/** Returns the id of the clause at the top of the window, or null above the first one. */
export function placeInView(): string | null {
  const parts = document.querySelectorAll<HTMLElement>('[data-clause]');
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = parts[middle]?.getBoundingClientRect().top ?? 0;
    if (top <= covered) low = middle + 1;
    else high = middle;
  }
  return parts[low - 1]?.dataset.clause ?? null;
}

/** Returns the id of the clause at the top of the window and follows it while the reader scrolls. */
export function usePlaceInView(): string | null {
  const [place, setPlace] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const follow = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setPlace(placeInView()));
    };
    follow();
    window.addEventListener('scroll', follow, { passive: true });
    window.addEventListener('resize', follow);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', follow);
      window.removeEventListener('resize', follow);
    };
  }, []);
  return place;
}
