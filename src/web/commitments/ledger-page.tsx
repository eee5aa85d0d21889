import type { ReactNode } from 'react';
export function LedgerPage(): ReactNode {
  return null;
}
