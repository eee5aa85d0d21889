import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { Link } from 'wouter';
import type { Sheet } from '../../api/collection.ts';
import { CollectionNav } from '../collection-nav/collection-nav.tsx';
import { useLanguage } from '../language.tsx';
import { Loading } from '../states/loading.tsx';
import { UnknownPage } from '../states/not-found.tsx';
import { Refused } from '../states/refused.tsx';
import { formAndPeriod } from '../submissions/period-words.ts';
import { useTitle } from '../title.ts';
import { useNarrow } from '../use-narrow.ts';
import { DeskContext, useDesk } from './desk.ts';
import { FillingGrid } from './filling-grid.tsx';
import { FillingHead } from './filling-head.tsx';
import { FillingPhone } from './filling-phone.tsx';
import { FillingSide } from './filling-side.tsx';
import { GridKeys } from './grid-keys-line.tsx';
import { keepForOffline } from './offline-shell.ts';
import { PhoneBar } from './phone-bar.tsx';
import type { QueueStore } from './queue-store.ts';
import { useSubmitting } from './submit-bar.tsx';
import { useNewDesk } from './use-desk.ts';
import { useGridActs } from './use-grid-acts.ts';
import { useFiller, useSheet, useStore } from './use-sheet.ts';
import { WorkbookExchange } from './workbook-exchange.tsx';
import './filling.css';
import './filling-grid.css';
import './filling-phone.css';
import './filling-print.css';
import './workbook.css';

/** A submission to fill, by its number. Opens without a network where it was open before. */
export function FillingPage({ id }: { id: string }): ReactNode {
  const number = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : null;
  return number === null ? <UnknownPage /> : <OpenedPage id={number} />;
}

function OpenedPage({ id }: { id: number }): ReactNode {
  const filler = useFiller();
  const opened = useSheet(id, filler);
  const store = useStore();
  useEffect(() => void keepForOffline(), []);
  if (filler.account === null) return <SignInFirst />;
  if (opened.error) return <Refused error={opened.error} retry={opened.refetch} />;
  if (!opened.sheet || !store || filler.account === undefined) return <Loading rows={16} />;
  const { sheet, kept } = opened;
  return <Filling key={filler.account} {...{ sheet, store, kept }} account={filler.account} />;
}

function Filling(props: {
  account: number;
  sheet: Sheet;
  store: QueueStore;
  kept: boolean;
}): ReactNode {
  const { account, sheet, store, kept } = props;
  const { language, messages } = useLanguage();
  const { entry } = sheet;
  useTitle(`${formAndPeriod(entry, language, messages.collection)} ${entry.bodyName}`);
  const desk = useNewDesk({ account, opened: sheet, store, kept });
  return (
    <DeskContext value={desk}>
      <CollectionNav here="collect" />
      <FillingBody />
    </DeskContext>
  );
}

function FillingBody(): ReactNode {
  const words = useLanguage().messages.filling;
  const narrow = useNarrow();
  const acts = useGridActs();
  const submitting = useSubmitting();
  const desk = useDesk();
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented) return;
      event.preventDefault();
      const { current, toProblem } = latest.current;
      toProblem(event.shiftKey ? Math.max(0, current) : current, event.shiftKey ? -1 : 1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const said = useMemo(
    () => (
      <p className="filling-said" role="status" aria-live="polite">
        {desk.said}
      </p>
    ),
    [desk.said],
  );
  return (
    <div className="filling wrap">
      <p className="classified">{words.classified}</p>
      <FillingHead />
      {narrow ? (
        <>
          {said}
          <p className="workbook-line">
            <WorkbookExchange />
          </p>
          <FillingPhone acts={acts} />
          <FillingSide submitting={submitting} />
          <PhoneBar acts={acts} submitting={submitting} />
        </>
      ) : (
        <div className="filling-layout">
          <div>
            <GridKeys said={said} />
            <FillingGrid acts={acts} />
            <p className="note">{words.grid.legend}</p>
          </div>
          <FillingSide submitting={submitting} />
        </div>
      )}
    </div>
  );
}

/** What stands here for whoever is not signed in. */
export function SignInFirst(): ReactNode {
  const words = useLanguage().messages.filling;
  useTitle(words.tasks.title);
  const here = typeof location === 'undefined' ? '' : location.pathname;
  return (
    <div className="state wrap">
      <h1>{words.signIn}</h1>
      <p>{words.signInHint}</p>
      <p className="actions">
        <Link className="button" href={`/sign-in?to=${encodeURIComponent(here)}`}>
          {words.toSignIn}
        </Link>
      </p>
    </div>
  );
}
