import { useCallback, useEffect } from 'react';
import { recall, useRemembered } from './remembered.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Paints the page in the remembered theme; called before anything is drawn. */
export function showRememberedTheme(): void {
  show(themes.find((theme) => theme === recall('theme')) ?? 'auto');
}

/** Returns the theme in force and how to change it. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, choose] = useRemembered('theme', themes, 'auto');
  useEffect(() => show(theme), [theme]);
  return [theme, useCallback((next: Theme) => choose(next), [choose])];
}

function show(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
}
