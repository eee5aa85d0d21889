import type { Messages } from './messages/zh.ts';

/** Returns a clause's id as readers see it: 专栏1.4 for `box1.4`, 引言 for `0`. */
export function clauseLabel(id: string, messages: Messages): string {
  if (id === '0') return messages.reader.preamble;
  const box = /^box(.+)$/.exec(id);
  return box?.[1] ? messages.boxLabel(box[1]) : id;
}

/** Returns the short form for narrow columns: 栏1.4. */
export function shortLabel(id: string, messages: Messages): string {
  const box = /^box(.+)$/.exec(id);
  return box?.[1] ? messages.boxShort(box[1]) : clauseLabel(id, messages);
}
