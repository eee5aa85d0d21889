import { useMemo } from 'react';
import type { AuditEntry } from '../../api/accounts.ts';
import { useAnswer } from '../answers.ts';
import type { Language } from '../language.tsx';
import type { CollectionWords } from '../messages/collection-zh.ts';
import type { Output } from '../request.ts';
import { formAndPeriod } from '../submissions/period-words.ts';
import { allBodies, bodyOf, type RoleBody } from './role-bodies.ts';

type Forms = Output<'forms'>['forms'];

/** What the record of acts knows by its code, with what people call it. */
export interface AuditNames {
  readonly bodies: readonly RoleBody[];
  readonly forms: Forms;
}

/** Returns the names of bodies and forms, as far as they have come. */
export function useAuditNames(): AuditNames {
  const { data: catalog } = useAnswer('catalog', {});
  const { data: agencies } = useAnswer('agencies', {});
  const { data: forms } = useAnswer('forms', {});
  return useMemo(
    () => ({
      bodies: allBodies({
        places: catalog?.territories ?? [],
        agencies: (agencies?.agencies ?? []).map(({ name }) => name),
      }),
      forms: forms?.forms ?? [],
    }),
    [catalog, agencies, forms],
  );
}

/** Returns the code of what was typed: a form by title or number, a body by name; else as it was typed. */
export function codeOf(typed: string, { bodies, forms }: AuditNames): string {
  const text = typed.trim();
  const form = forms.find(({ form: { number, title } }) =>
    [number, title.zh, title.en].includes(text),
  );
  return form?.form.id ?? bodyOf(text, bodies) ?? text;
}

/** Returns the name of a body; its code where it has none. */
export function nameOf(body: string, { bodies }: AuditNames): string {
  return bodies.find((one) => one.body === body)?.name ?? body;
}

/** Returns what an act was about in words: account, or body, form, period and indicator; empty: its code says it. */
export function aboutWords(
  { about, subject }: Pick<AuditEntry, 'about' | 'subject'>,
  names: AuditNames,
  language: Language,
  words: CollectionWords,
): string {
  const { login, form, period, body } = about;
  if (login !== null) return login;
  if (form === null || period === null) return '';
  const found = names.forms.find((one) => one.form.id === form);
  const title = found?.form.title ?? { zh: form, en: form };
  const indicator = subject.split('/')[2];
  const field = found?.sections
    .flatMap(({ fields }) => fields)
    .find((one) => one.indicator === indicator);
  return [
    body === null ? '' : nameOf(body, names),
    formAndPeriod({ formTitle: title, period }, language, words),
    field?.name[language] ?? '',
  ]
    .filter(Boolean)
    .join(' ');
}
