import type { ReactNode } from 'react';
import type { PlanSummary } from '../../api/plan.ts';
import { useAnswer } from '../answers.ts';
import { KeyList } from '../key-list.tsx';
import { useLanguage } from '../language.tsx';
import { Ring } from '../marks/evaluability-note.tsx';
import { grades } from '../marks/grades.ts';
import { KindShape } from '../marks/kind-shape.tsx';
import { Phrases } from '../marks/phrases.tsx';
import { address } from '../request.ts';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import './about.css';

const shapes = ['task', 'programme', 'policy'] as const;

/** What this is, where the text comes from, what the marks mean, and how to take the data along. */
export function AboutPage(): ReactNode {
  const { messages } = useLanguage();
  const answer = useAnswer('summary', {});
  useTitle(messages.about.title);
  return <Answered answer={answer}>{(plan) => <Body plan={plan} />}</Answered>;
}

function Body({ plan }: { plan: PlanSummary }): ReactNode {
  const { language, messages } = useLanguage();
  const { about, reader } = messages;
  const files = ['matrixCsv', 'matrixXlsx', 'ledgerCsv', 'ledgerXlsx'] as const;
  return (
    <div className="wrap about">
      <header className="page-head">
        <div>
          <h1>
            <Phrases words={about.headline} />
          </h1>
          <p>{about.lede}</p>
        </div>
      </header>
      <section className="part">
        <h2>{about.source}</h2>
        <p>
          <span className="serif" lang="zh-CN">
            《{plan.title.zh}》（{plan.number}）
          </span>
          {language === 'en' && ` ${plan.title.en}. `}
          <span lang="zh-CN">{plan.issuer}</span>{' '}
          {messages.frame.issued(messages.date(plan.issued))}
        </p>
        <p lang="zh-CN">{plan.source.attribution}</p>
        {plan.source.note && <p lang="zh-CN">{plan.source.note}</p>}
        <p>{about.compiled}</p>
      </section>
      <section className="part">
        <h2>{about.marks}</h2>
        <p>{about.gradesNote}</p>
        <ul className="about-grades">
          {grades.map((grade) => (
            <li key={grade}>
              <span className={`promise grade-${grade}`}>{messages.grades[grade]}</span>
              <span className="muted">{messages.gradeBasis[grade]}</span>
            </li>
          ))}
        </ul>
        <ul className="about-marks">
          {shapes.map((kind) => (
            <li key={kind}>
              <KindShape kind={kind} /> {messages.kinds[kind]}
            </li>
          ))}
          <li>
            <Ring open /> {messages.ledger.evaluable}
          </li>
          <li>
            <Ring open={false} /> {messages.ledger.unevaluable}
          </li>
          <li>
            <span className="about-quantity">{reader.layer.quantities}</span>
          </li>
        </ul>
        <p>{about.unevaluable}</p>
        <p>{about.noLead}</p>
      </section>
      <section className="part">
        <h2>{reader.keys}</h2>
        <KeyList />
      </section>
      <section className="part">
        <h2>{about.downloads}</h2>
        <ul className="about-files">
          {files.map((name) => (
            <li key={name}>
              <a href={address(name, { lang: language })} download>
                {about.files[name]}
              </a>
            </li>
          ))}
          <li>
            <a href="/openapi.json">{about.openapi}</a>
          </li>
        </ul>
        <p>{about.licence}</p>
      </section>
    </div>
  );
}
