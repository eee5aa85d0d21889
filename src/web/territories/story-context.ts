import { createContext, useContext } from 'react';
import type { CellAt } from '../statistics/explorer-table.tsx';

/** Opens the story of a figure beside the element that was pressed. */
export type OpenStory = (cell: CellAt, from: HTMLElement) => void;

export const StoryContext = createContext<OpenStory>(() => {});

/** Returns how to open the story of a figure on this page. */
export function useStory(): OpenStory {
  return useContext(StoryContext);
}
