import type { ReactNode } from 'react';

/** One choice among a few, all in sight. */
export function Segmented<Value extends string>(props: {
  label: string;
  options: readonly { value: Value; words: ReactNode }[];
  chosen: Value;
  choose: (value: Value) => void;
  className?: string;
}): ReactNode {
  return (
    <fieldset className={`segments ${props.className ?? ''}`}>
      <legend className="unseen">{props.label}</legend>
      <div className="segmented">
        {props.options.map(({ value, words }) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === props.chosen}
            onClick={() => props.choose(value)}
          >
            {words}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
