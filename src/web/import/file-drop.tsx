import { type ReactNode, useRef, useState } from 'react';
import { useMessages } from '../language.tsx';

/** A place to drop a table on, or to choose one. */
export function FileDrop(props: {
  file: File | null;
  choose: (file: File) => void;
  disabled: boolean;
}): ReactNode {
  const words = useMessages().importing;
  const { file, choose, disabled } = props;
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const take = (given: File | undefined) => {
    if (!given || disabled) return;
    const fits = /\.(?:csv|xlsx)$/i.test(given.name);
    setWrong(!fits);
    if (fits) choose(given);
  };
  return (
    <section
      className={isOver ? 'file-drop over' : 'file-drop'}
      aria-label={words.choose}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <p>
        {file ? <strong>{words.file(file.name, sizeText(file.size))}</strong> : words.drop}{' '}
        <button
          type="button"
          className="button"
          disabled={disabled}
          onClick={() => field.current?.click()}
        >
          {file ? words.another : words.choose}
        </button>
      </p>
      <input
        ref={field}
        type="file"
        hidden
        accept=".csv,.xlsx"
        aria-label={words.choose}
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      {isWrong && (
        <p className="late" role="alert">
          {words.wrongType}
        </p>
      )}
    </section>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
