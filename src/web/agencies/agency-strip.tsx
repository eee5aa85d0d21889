import type { ReactNode } from 'react';
import { useAnswer } from '../answers.ts';
import { grouped } from '../grouped.ts';
import { useMessages } from '../language.tsx';

const step = 14;
const gap = 12;

/** Every item of the matrix in the order of the text; filled where it names the agency. */
export function AgencyStrip({ name }: { name: string }): ReactNode {
  const { page: words } = useMessages().agencies;
  const { data: matrix } = useAnswer('matrix', {});
  if (!matrix) return <div className="agency-strip" />;
  const areas = [...grouped(matrix.rows, (row) => row.area.id).values()];
  const named = matrix.rows.filter((row) => row.agencies.includes(name)).length;
  const width = matrix.rows.length * step + (areas.length - 1) * gap;
  let left = -gap;
  return (
    <div className="agency-strip">
      <p className="note">{words.strip}</p>
      <svg
        viewBox={`0 0 ${width} 36`}
        role="img"
        aria-label={words.stripLabel(name, named, matrix.rows.length)}
      >
        {areas.map((rows) => {
          left += gap;
          const from = left;
          left += rows.length * step;
          return (
            <g key={rows[0]?.area.id}>
              {rows.map((row, at) => (
                <rect
                  key={row.clause.id}
                  x={from + at * step + 1.5}
                  y="1.5"
                  width={step - 3}
                  height={step - 3}
                  className={row.agencies.includes(name) ? 'on' : 'off'}
                >
                  <title>{`${row.clause.id} ${row.clause.heading}`}</title>
                </rect>
              ))}
              <path d={`M${from + 1} 19h${rows.length * step - 2}`} />
              <text x={from + 1} y="32">
                {rows.filter((row) => row.agencies.includes(name)).length}/{rows.length}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
