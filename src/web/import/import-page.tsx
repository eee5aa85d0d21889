import { type ReactNode, useRef, useState } from 'react';
import { CollectionNav } from '../collection-nav/collection-nav.tsx';
import { ToSignIn } from '../collection-nav/work-page.tsx';
import { useMessages } from '../language.tsx';
import { type Refusal, refusalOf } from '../request.ts';
import { useSession } from '../session.ts';
import { Loading } from '../states/loading.tsx';
import { FindingHead } from '../submissions/finding-head.tsx';
import { RefusalLine } from '../submissions/refusal-line.tsx';
import { forgetCollection } from '../submissions/use-act.ts';
import { useTitle } from '../title.ts';
import { FileDrop } from './file-drop.tsx';
import { ImportOutcome, type Outcome } from './import-outcome.tsx';
import { TableFormat } from './table-format.tsx';
import { uploadTable } from './upload.ts';
import './import.css';

/** A table put into the base: tried first, and imported once there is nothing wrong with it. */
export function ImportPage(): ReactNode {
  const words = useMessages().importing;
  const session = useSession();
  useTitle(words.title);
  if (!session) return <Loading rows={8} />;
  if (session.account?.stage !== 'full') return <ToSignIn />;
  const publishes = session.account.roles.some(({ role }) => role === 'publisher');
  return (
    <>
      <CollectionNav here="import" />
      <div className="wrap import-page">
        <FindingHead finding={publishes ? words.first : words.notPermitted}>
          <p>{publishes ? words.lede : words.notPermittedHint}</p>
        </FindingHead>
        {publishes && (
          <>
            <p className="classified">{words.classified}</p>
            <ImportForm />
            <TableFormat />
          </>
        )}
      </div>
    </>
  );
}

function ImportForm(): ReactNode {
  const words = useMessages().importing;
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [source, setSource] = useState('');
  const { send, cancel, share, outcome, refusal, forget } = useImport();
  const input = () => ({
    name: file?.name ?? '',
    ...(title.trim() && { title: title.trim() }),
    ...(source.trim() && { source: source.trim() }),
  });
  const choose = (next: File) => {
    setFile(next);
    forget();
  };
  const busy = share !== null;
  return (
    <>
      <FileDrop file={file} choose={choose} disabled={busy} />
      <div className="field-row">
        <label className="labelled wide-field">
          {words.tableTitle}
          <input
            className="field"
            maxLength={200}
            placeholder={words.tableTitleHint}
            value={title}
            onChange={(event) => {
              setTitle(event.target.value);
              forget();
            }}
          />
        </label>
        <label className="labelled wide-field">
          {words.source}
          <input
            className="field"
            maxLength={500}
            placeholder={words.sourceHint}
            value={source}
            onChange={(event) => {
              setSource(event.target.value);
              forget();
            }}
          />
        </label>
      </div>
      <div className="act-bar">
        <button
          type="button"
          className={isReady(outcome) ? 'button' : 'button primary'}
          disabled={!file || busy}
          onClick={() => file && void send(file, { ...input(), dryRun: 'yes' })}
        >
          {outcome?.dryRun ? words.again : words.dryRun}
        </button>
        <button
          type="button"
          className={isReady(outcome) ? 'button primary' : 'button'}
          disabled={!file || busy || !isReady(outcome)}
          onClick={() => file && void send(file, { ...input(), dryRun: 'no' })}
        >
          {words.import}
        </button>
        {share !== null && <Uploading share={share} cancel={cancel} />}
        <RefusalLine refusal={refusal} />
      </div>
      {outcome && <ImportOutcome outcome={outcome} />}
    </>
  );
}

/** What is imported must have been tried without an error, and change something. */
function isReady(outcome: Outcome | null): boolean {
  if (!outcome?.dryRun) return false;
  const { summary, findings } = outcome.answer;
  return (
    findings.every(({ severity }) => severity !== 'error') && summary.new + summary.revised > 0
  );
}

interface Asked {
  readonly name: string;
  readonly title?: string;
  readonly source?: string;
  readonly dryRun: 'yes' | 'no';
}

/** The upload under way: how far it is, what it ended with. */
function useImport() {
  const [share, setShare] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const abort = useRef<AbortController>(null);
  const forget = () => {
    setOutcome(null);
    setRefusal(null);
  };
  const send = async (file: File, asked: Asked) => {
    const control = new AbortController();
    abort.current = control;
    forget();
    setShare(0);
    try {
      const answer = await uploadTable(asked, file, { told: setShare, signal: control.signal });
      setOutcome({ answer, dryRun: asked.dryRun === 'yes' });
      if (asked.dryRun === 'no') await forgetCollection();
    } catch (error) {
      if (!control.signal.aborted) setRefusal(refusalOf(error));
    } finally {
      setShare(null);
    }
  };
  return { send, cancel: () => abort.current?.abort(), share, outcome, refusal, forget };
}

function Uploading({ share, cancel }: { share: number; cancel: () => void }): ReactNode {
  const words = useMessages().importing;
  const text = share < 1 ? words.uploading(Math.floor(share * 100)) : words.reading;
  return (
    <>
      <progress aria-label={text} max={1} {...(share < 1 && { value: share })} />
      <span role="status">{text}</span>
      <button type="button" className="quiet" onClick={cancel}>
        {words.cancel}
      </button>
    </>
  );
}
