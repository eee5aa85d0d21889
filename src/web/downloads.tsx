import type { ReactNode } from 'react';
import { useLanguage } from './language.tsx';
import { address } from './request.ts';

/** The files of a table. They hold all of it: while the page shows a part, each says so. */
export function Downloads(props: {
  csv: 'matrixCsv' | 'ledgerCsv';
  xlsx: 'matrixXlsx' | 'ledgerXlsx';
  all: number;
  filtered: boolean;
}): ReactNode {
  const { language, messages } = useLanguage();
  const words = (name: string) => (props.filtered ? messages.wholeFile(name, props.all) : name);
  return (
    <>
      <a className="button" href={address(props.csv, { lang: language })} download>
        {words('CSV')}
      </a>
      <a className="button" href={address(props.xlsx, { lang: language })} download>
        {words('XLSX')}
      </a>
    </>
  );
}
