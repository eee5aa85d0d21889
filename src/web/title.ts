import { useEffect } from 'react';
import { useMessages } from './language.tsx';

/** Names the window after the page. */
export function useTitle(title: string): void {
  const { product } = useMessages();
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}
