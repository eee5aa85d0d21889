import type { ReactNode } from 'react';
import type { HeldRole } from '../../api/session.ts';
import { useMessages } from '../language.tsx';

/** A role, where it is held, and until when. */
export function RoleWords({ held }: { held: HeldRole }): ReactNode {
  const messages = useMessages();
  const { role, own } = messages.accounts;
  // The last day it holds, in Beijing: the instant is the midnight after it.
  const last = held.until && new Date(Date.parse(held.until) + 8 * 3_600_000 - 1);
  return (
    <>
      {held.bodyName !== '' && <span lang="zh-CN">{held.bodyName} </span>}
      {role(held.role)}
      {held.deputyFor !== null && <span className="muted"> {own.deputy}</span>}
      {last && (
        <span className="muted"> {own.until(messages.date(last.toISOString().slice(0, 10)))}</span>
      )}
    </>
  );
}
