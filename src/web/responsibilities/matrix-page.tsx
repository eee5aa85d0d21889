import type { ReactNode } from 'react';
export function MatrixPage(): ReactNode {
  return null;
}
