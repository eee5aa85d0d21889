import { createElement, memo, type ReactNode } from 'react';
import {
  markElement,
  type Palette,
  patternElements,
  type SvgElement,
} from '../../charts/ribbon/element.ts';
import type { Mark } from '../../charts/ribbon/scene.ts';

/** The colours of a drawing on the page: design tokens, so that they follow the theme and the paper. */
export const pagePalette: Palette = {
  ground: 'var(--xb-ground)',
  ink: 'var(--xb-ink)',
  'ink-2': 'var(--xb-ink-2)',
  'ink-3': 'var(--xb-ink-3)',
  line: 'var(--xb-line)',
  'line-2': 'var(--xb-line-2)',
  'line-faint': 'var(--xb-line-faint)',
  was: 'var(--xb-then)',
  gain: 'var(--xb-gain)',
  gap: 'var(--xb-gap)',
  loss: 'var(--xb-loss)',
  miss: 'var(--xb-miss)',
  rise: 'var(--xb-rise)',
  fall: 'var(--xb-fall)',
  q1: 'var(--xb-step-1)',
  q2: 'var(--xb-step-2)',
  q3: 'var(--xb-step-3)',
  q4: 'var(--xb-step-4)',
  q5: 'var(--xb-step-5)',
  seal: 'var(--xb-seal)',
};

/** The marks of a drawing as elements of the page. Drawn again only when the marks are others. */
export const Marks = memo(function Marks(props: {
  marks: readonly Mark[];
  prefix: string;
}): ReactNode {
  return props.marks.map((mark, index) =>
    drawnElement(markElement(mark, pagePalette, props.prefix), index),
  );
});

/** The hatches and stripes a drawing refers to by its prefix. */
export const Patterns = memo(function Patterns({ prefix }: { prefix: string }): ReactNode {
  return <defs>{patternElements(pagePalette, prefix).map(drawnElement)}</defs>;
});

function drawnElement(drawn: SvgElement, key: number): ReactNode {
  const attributes = Object.fromEntries(
    Object.entries(drawn.attributes).map(([name, value]) => [camel(name), value]),
  );
  const children = drawn.children.map((child, index) =>
    typeof child === 'string' ? child : drawnElement(child, index),
  );
  return createElement(drawn.tag, { ...attributes, key }, ...children);
}

/** As React writes the attributes of SVG. */
function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
