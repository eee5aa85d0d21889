import type { ReactNode } from 'react';

/** 必须改: a triangle. */
export function HardMark(): ReactNode {
  return (
    <svg className="row-mark" width="12" height="12" viewBox="0 0 14 14" aria-hidden="true">
      <path d="M7 1 13.5 13H.5z" fill="currentColor" />
      <path d="M7 5v4M7 10.3v1.5" className="inner" />
    </svg>
  );
}

/** 请说明: a circle. */
export function SoftMark(): ReactNode {
  return (
    <svg className="row-mark" width="12" height="12" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="6" className="outer" />
      <path d="M7 3.6v4M7 9.2v1.5" className="outer" />
    </svg>
  );
}

/** Returned: an arrow back. */
export function ReturnedMark(): ReactNode {
  return (
    <svg className="row-mark" width="12" height="12" viewBox="0 0 14 14" aria-hidden="true">
      <path d="M5 2 1.5 5.5 5 9M2 5.5h7a3.5 3.5 0 0 1 0 7H5" className="outer" />
    </svg>
  );
}
