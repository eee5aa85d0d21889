import type { ReactNode } from 'react';
export function AgencyListPage(): ReactNode {
  return null;
}
