import type { ReactNode } from 'react';
import type { HeldRole } from '../../api/session.ts';
import { useMessages } from '../language.tsx';

/** A role, where it is held, whom its holder stands in for where that is told, and until when. */
export function RoleWords(props: { held: HeldRole; whose?: string | undefined }): ReactNode {
  const { held, whose } = props;
  const messages = useMessages();
  const { role, own } = messages.accounts;
  // The last day it holds, in Beijing: the instant is the midnight after it.
  const last = held.until && new Date(Date.parse(held.until) + 8 * 3_600_000 - 1);
  return (
    <>
      {held.bodyName !== '' && <span lang="zh-CN">{held.bodyName} </span>}
      {role(held.role)}
      {held.deputyFor !== null && (
        <span className="role-term">{whose ? own.deputyFor(whose) : own.deputy}</span>
      )}
      {last && (
        <span className="role-term">
          {own.until(messages.date(last.toISOString().slice(0, 10)))}
        </span>
      )}
    </>
  );
}
