import type { ReactNode } from 'react';
export function AgencyPage(p: { name: string }): ReactNode {
  return p.name;
}
