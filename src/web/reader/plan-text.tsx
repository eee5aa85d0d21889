import { type MouseEvent, type ReactNode, useMemo } from 'react';
import { grouped } from '../grouped.ts';
import { useLanguage } from '../language.tsx';
import { ClauseText } from './clause-text.tsx';
import { LayerBar } from './layer-bar.tsx';
import { useLayers } from './layers.ts';
import { occurrences, type Reading } from './reading.ts';

const noHits: readonly [number, number][] = [];

/** The official text in full: the notice that issues the plan, its title, and every clause. */
export function PlanText(props: {
  reading: Reading;
  selected: string | null;
  find: string;
  choose: (event: MouseEvent) => void;
}): ReactNode {
  const { reading, selected, find } = props;
  const { messages } = useLanguage();
  const [hidden, turn] = useLayers();
  const { document } = reading;
  const { text, body } = document;
  const hits = useMemo(() => hitsByPassage(reading, find), [reading, find]);
  const layers = [...hidden].map((layer) => `without-${layer}`).join(' ');
  return (
    <>
      <LayerBar hidden={hidden} turn={turn} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the number beside each clause is its link */}
      <article
        className={`plan-text ${layers}`}
        aria-label={messages.reader.text}
        onClick={props.choose}
      >
        <PlanHead reading={reading} />
        {reading.passages.map((passage) => (
          <ClauseText
            key={passage.start}
            text={text}
            passage={passage}
            agencies={reading.agencies}
            hits={hits.get(passage.start) ?? noHits}
            selected={passage.of.clause.id === selected}
          />
        ))}
        <FreeLines text={text.slice(body[1])} />
      </article>
    </>
  );
}

function PlanHead({ reading }: { reading: Reading }): ReactNode {
  const { language, messages } = useLanguage();
  const { plan, text, body } = reading.document;
  return (
    <header className="plan-head">
      <p className="plan-number" lang="zh-CN">
        {plan.number}
      </p>
      <h1 lang="zh-CN">{plan.title.zh}</h1>
      {language === 'en' && <p className="plan-title-en">{plan.title.en}</p>}
      <p className="plan-issue">
        <span lang="zh-CN">{plan.issuer}</span> {messages.frame.issued(messages.date(plan.issued))}
      </p>
      <FreeLines text={text.slice(0, body[0])} without={plan.title.zh} />
    </header>
  );
}

/** Text that belongs to no clause: the notice before the plan, and what may follow it. */
function FreeLines({ text, without }: { text: string; without?: string }): ReactNode {
  const lines = text.split('\n').filter((line) => line.trim() && line.trim() !== without);
  if (lines.length === 0) return null;
  return (
    <div className="plan-notice" lang="zh-CN">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function hitsByPassage(reading: Reading, find: string): Map<number, [number, number][]> {
  const { passages, document } = reading;
  let at = 0;
  const placed = occurrences(document.text, find).map((hit) => {
    while ((passages[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= hit[0]) at += 1;
    return { hit, start: passages[at]?.start ?? 0 };
  });
  const groups = grouped(placed, (item) => item.start);
  return new Map([...groups].map(([start, items]) => [start, items.map((item) => item.hit)]));
}
