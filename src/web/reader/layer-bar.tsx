import type { ReactNode } from 'react';
import { useMessages } from '../language.tsx';
import { type Layer, layers } from './layers.ts';

const firmness = ['study', 'plan', 'advance', 'complete', 'none'] as const;

/** The marks of the text and what each underline means; every layer can be switched off. */
export function LayerBar(props: {
  hidden: ReadonlySet<Layer>;
  turn: (layer: Layer) => void;
}): ReactNode {
  const { reader } = useMessages();
  return (
    <fieldset className="layer-bar">
      <legend className="unseen">{reader.layers}</legend>
      <div>
        {layers.map((layer) => (
          <label key={layer}>
            <input
              type="checkbox"
              checked={!props.hidden.has(layer)}
              onChange={() => props.turn(layer)}
            />
            <span className={`layer-${layer}`}>{reader.layer[layer]}</span>
          </label>
        ))}
        <span className="firmness">
          {firmness.map((grade) => (
            <span key={grade} className={`promise grade-${grade}`}>
              {reader.underline[grade]}
            </span>
          ))}
        </span>
      </div>
    </fieldset>
  );
}
