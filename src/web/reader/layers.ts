import { useCallback, useState } from 'react';
import { recall, remember } from '../remembered.ts';

export const layers = ['promises', 'quantities', 'projects', 'agencies'] as const;
export type Layer = (typeof layers)[number];

/** Returns which marks are drawn in the text, as this browser remembers, and how to turn one. */
export function useLayers(): [ReadonlySet<Layer>, (layer: Layer) => void] {
  const [hidden, setHidden] = useState<ReadonlySet<Layer>>(() => {
    const kept = recall('hidden-layers')?.split(' ') ?? [];
    return new Set(layers.filter((layer) => kept.includes(layer)));
  });
  const turn = useCallback((layer: Layer) => {
    setHidden((before) => {
      const next = new Set(before);
      if (!next.delete(layer)) next.add(layer);
      remember('hidden-layers', [...next].join(' '));
      return next;
    });
  }, []);
  return [hidden, turn];
}
