import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SectionView } from '../../api/collection.ts';
import { unitName } from '../../domain/unit-words.ts';
import { indicatorPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';

/** The lines of a form as they are printed. */
export function FormLines({ sections }: { sections: readonly SectionView[] }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.forms;
  const lines = sections.reduce((sum, { fields }) => sum + fields.length, 0);
  return (
    <details className="form-lines" open={lines <= 12}>
      <summary>{words.lines(lines)}</summary>
      <table className="work-table">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.indicator}</th>
            <th scope="col">{words.unit}</th>
            <td />
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody key={section.title.zh}>
            <tr className="section-row">
              <th scope="rowgroup" colSpan={4}>
                {section.title[language]}
              </th>
            </tr>
            {section.fields.map((field) => (
              <tr key={field.indicator}>
                <td className="muted">{field.line}</td>
                <th scope="row" className={`indent-${field.indent}`}>
                  <Link href={indicatorPath(field.indicator)} title={field.definition[language]}>
                    {field.name[language]}
                  </Link>
                </th>
                <td className="muted">{unitName(field.unit, language)}</td>
                <td className="muted">
                  {field.derived ? words.derived : field.required ? '' : words.optional}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </details>
  );
}
