import { type RefCallback, useCallback, useRef, useState } from 'react';

/** Returns a ref for an element and the width it has, in whole pixels; `first` until it is known. */
export function useWidth<Element extends HTMLElement>(
  first: number,
): [RefCallback<Element>, number] {
  const [width, setWidth] = useState(first);
  const observer = useRef<ResizeObserver | null>(null);
  const ref = useCallback((element: Element | null) => {
    observer.current?.disconnect();
    if (!element) return;
    const measure = () => {
      const measured = Math.floor(element.clientWidth);
      // Hidden elements and printing report no width, which is not one to draw for.
      if (measured > 0) setWidth(measured);
    };
    measure();
    observer.current = new ResizeObserver(measure);
    observer.current.observe(element);
  }, []);
  return [ref, width];
}
