import type { ReactNode } from 'react';

/** Words of an official document: always Chinese, always in the serif. */
export function Official({ children }: { children: ReactNode }): ReactNode {
  return (
    <span className="serif" lang="zh-CN">
      {children}
    </span>
  );
}
