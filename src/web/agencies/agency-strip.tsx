import type { ReactNode } from 'react';
import type { MatrixRow } from '../../api/plan.ts';
import { useAnswer } from '../answers.ts';
import { grouped } from '../grouped.ts';
import { useMessages } from '../language.tsx';

const step = 14;

/** Every item of the matrix in the order of the text; filled where it names the agency. */
export function AgencyStrip({ name }: { name: string }): ReactNode {
  const { page: words } = useMessages().agencies;
  const { data: matrix } = useAnswer('matrix', {});
  if (!matrix) return <div className="agency-strip" />;
  const areas = [...grouped(matrix.rows, (row) => row.area.id).values()];
  const named = matrix.rows.filter((row) => row.agencies.includes(name)).length;
  return (
    <div className="agency-strip">
      <p className="note">{words.strip}</p>
      <div role="img" aria-label={words.stripLabel(name, named, matrix.rows.length)}>
        {areas.map((rows) => (
          <Area key={rows[0]?.area.id} name={name} rows={rows} />
        ))}
      </div>
    </div>
  );
}

function Area({ name, rows }: { name: string; rows: readonly MatrixRow[] }): ReactNode {
  const width = rows.length * step;
  const named = rows.filter((row) => row.agencies.includes(name)).length;
  const area = rows[0]?.area;
  return (
    <div className="strip-area" style={{ width }} title={area?.heading}>
      <svg width={width} height="34" aria-hidden="true">
        {rows.map((row, at) => (
          <rect
            key={row.clause.id}
            x={at * step + 1.5}
            y="1.5"
            width={step - 3}
            height={step - 3}
            className={row.agencies.includes(name) ? 'on' : 'off'}
          >
            <title>{`${row.clause.id} ${row.clause.heading}`}</title>
          </rect>
        ))}
        <path d={`M1 18.5h${width - 2}`} />
        <text x="1" y="31">
          {named}/{rows.length}
        </text>
      </svg>
      <span lang="zh-CN">{area?.heading}</span>
    </div>
  );
}
