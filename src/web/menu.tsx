import { type ReactNode, type ToggleEvent, useId, useRef } from 'react';

/** A button and the panel it opens below itself; a press outside or Esc closes it. */
export function Menu(props: {
  label: ReactNode;
  title: string;
  className?: string;
  children: (close: () => void) => ReactNode;
}): ReactNode {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const place = (event: ToggleEvent) => {
    if (event.newState === 'open' && button.current && panel.current)
      placeBelow(panel.current, button.current.getBoundingClientRect());
  };
  return (
    <>
      <button ref={button} type="button" className="button menu-button-of" popoverTarget={id}>
        {props.label}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={props.title}
        className={`menu-panel ${props.className ?? ''}`}
        onToggle={place}
      >
        {props.children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}

/**
 * Places a panel of the top layer below a box, or above it where there is more room; a style sheet
 * may place it elsewhere on a phone.
 */
export function placeBelow(
  panel: HTMLElement,
  box: DOMRect,
  align: 'start' | 'end' = 'start',
): void {
  const { offsetWidth, offsetHeight } = panel;
  const edge = document.documentElement.clientWidth - offsetWidth - 8;
  const left = align === 'start' ? box.left : box.right - offsetWidth;
  const below = box.bottom + 4;
  const above = box.top - offsetHeight - 4;
  const fits = below + offsetHeight <= innerHeight || above < 0;
  panel.style.left = `${Math.max(8, Math.min(left, edge)) + scrollX}px`;
  panel.style.top = `${(fits ? below : above) + scrollY}px`;
}
