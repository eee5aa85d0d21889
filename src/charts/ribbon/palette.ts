import type { Palette } from './element.ts';

/** Literal colours for files and paper: the light values of the design tokens. */
export const lightPalette: Palette = {
  ground: '#ffffff',
  ink: '#16202a',
  'ink-2': '#45525e',
  'ink-3': '#5f6b76',
  line: '#dddfda',
  'line-2': '#c3c7c3',
  'line-faint': '#ecede8',
  was: '#0b4560',
  gain: '#5fa9c2',
  gap: '#efece2',
  loss: '#c8641c',
  miss: '#c9ccc8',
  rise: '#3f8ba6',
  fall: '#c2702a',
  q1: '#d5e4e9',
  q2: '#a9cbd7',
  q3: '#6fa9bd',
  q4: '#2f7c98',
  q5: '#0b4560',
  seal: '#a3241c',
};
