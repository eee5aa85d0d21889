import type { ReactNode } from 'react';
import { useMessages } from '../language.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

/** What stands around every page: the way past the header, the header, the footer. */
export function Frame({ children }: { children: ReactNode }): ReactNode {
  const { frame } = useMessages();
  return (
    <>
      <a className="skip" href="#main">
        {frame.skip}
      </a>
      <SiteHeader />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
