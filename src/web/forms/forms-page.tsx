import type { ReactNode } from 'react';
import type { FormsAnswer } from '../../api/collection.ts';
import { useAddressState } from '../address-state.ts';
import { useAnswer } from '../answers.ts';
import { CollectionNav } from '../collection-nav/collection-nav.tsx';
import { useLanguage, useMessages } from '../language.tsx';
import { Phrases } from '../marks/phrases.tsx';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import { totalBurden } from './burden-order.ts';
import { BurdenTable } from './burden-table.tsx';
import { FormPart } from './form-part.tsx';
import './forms.css';

/** The forms for everyone: what each carries by law, its lines, and how much it asks of whom. */
export function FormsPage(): ReactNode {
  const [params] = useAddressState();
  const year = /^\d{4}$/.test(params.get('year') ?? '') ? Number(params.get('year')) : undefined;
  const answer = useAnswer('forms', year === undefined ? {} : { year });
  useTitle(useMessages().forms.title);
  return (
    <>
      <CollectionNav here="forms" />
      <Answered answer={answer}>{(given) => <Body given={given} />}</Answered>
    </>
  );
}

function Body({ given }: { given: FormsAnswer }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.forms;
  const { forms, bodies, citations, year } = given;
  const { asked, known } = totalBurden(given);
  const isEmpty = forms.length === 0;
  return (
    <div className="wrap forms-page">
      <header className="page-head">
        <div>
          <h1>
            <Phrases
              words={isEmpty ? words.nothing : words.finding(forms.length, year, asked, known)}
            />
          </h1>
          {!isEmpty && <p>{words.lede}</p>}
        </div>
      </header>
      {isEmpty && <p className="work-empty">{words.nothingHint}</p>}
      {forms.length > 1 && (
        <nav className="form-contents" aria-label={words.contents}>
          {forms.map(({ form }) => (
            <a key={form.id} href={`#${form.id}`}>
              <span className="muted">{form.number}</span> {form.title[language]}
            </a>
          ))}
        </nav>
      )}
      {bodies.length > 0 && <BurdenTable given={given} />}
      {forms.map((view) => (
        <FormPart key={view.form.id} view={view} citations={citations} />
      ))}
    </div>
  );
}
