import type { Box } from './callouts.ts';
import type { Drawing } from './drawing.ts';
import { textWidth } from './figure-text.ts';
import type { Mark } from './scene.ts';

/** Half of what is kept free around the end of a column. */
const edge = 3;

/**
 * Returns what a call-out had better not hide. A column is read at its ends, so these weigh more than
 * what lies between; a loss is seen as a whole, a printed figure is read.
 */
export function obstaclesOf({ marks, over }: Drawing): readonly Box[] {
  return [...marks.flatMap(boxesOf), ...over.flatMap(printedBox)];
}

function boxesOf(mark: Mark): readonly Box[] {
  if (mark.place === undefined || mark.part === 'gap') return [];
  if (mark.kind === 'circle') {
    const { x, y, radius } = mark;
    return [{ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2, weight: 2 }];
  }
  if (mark.kind === 'line') {
    const { x1, x2, y1, y2 } = mark;
    const [x, y] = [Math.min(x1, x2) - 1, Math.min(y1, y2) - 1];
    const size = { width: Math.abs(x2 - x1) + 2, height: Math.abs(y2 - y1) + 2 };
    return mark.part === 'absent' ? [] : [{ x, y, ...size, weight: 2 }];
  }
  if (mark.kind !== 'rect') return [];
  const { x, y, width, height } = mark;
  if (mark.part === 'loss') return [{ x, y, width, height, weight: 6 }];
  const end = { x, width, height: edge * 2, weight: 2 };
  return [
    { x, y, width, height, weight: 0.6 },
    { ...end, y: y - edge },
    { ...end, y: y + height - edge },
  ];
}

function printedBox(mark: Mark): readonly Box[] {
  if (mark.kind !== 'text' || mark.part !== 'value') return [];
  const width = textWidth(mark.text, mark.size);
  return [{ x: mark.x - width / 2, y: mark.y - 11, width, height: 14, weight: 6 }];
}
