import { type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useAnswer } from '../answers.ts';
import { workPages } from '../collection-nav/work-pages.ts';
import { useHere } from '../here.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { useSession } from '../session.ts';
import { useNarrow } from '../use-narrow.ts';
import { SearchBox } from './search-box.tsx';
import { LanguageSwitch, ThemeSwitch } from './settings.tsx';

const places = [
  'plan',
  'responsibilities',
  'agencies',
  'commitments',
  'statistics',
  'ribbon',
  'collect',
] as const;

/** In px: up to there the names of the pages do not fit beside the tools. */
const foldedUpTo = { zh: 990, en: 1260 };

/** The head of every page: brand, the pages, search, language and theme. */
export function SiteHeader(): ReactNode {
  const { language, messages } = useLanguage();
  const { frame, product, tagline } = messages;
  const folded = useNarrow(foldedUpTo[language]);
  const [location] = useLocation();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu
  useEffect(() => setOpen(false), [location]);
  return (
    <header className={folded ? 'site-header folded' : 'site-header'}>
      <div className="wrap">
        <Link className="brand" href="/plan">
          {product}
          <small>{tagline}</small>
        </Link>
        <button
          type="button"
          className="menu-button"
          aria-expanded={open}
          aria-controls="site-menu"
          onClick={() => setOpen(!open)}
        >
          <span className="unseen">{open ? frame.close : frame.menu}</span>
          <svg width="18" height="12" aria-hidden="true">
            <path d={open ? 'M2 1l14 10M2 11L16 1' : 'M0 1h18M0 11h18'} stroke="currentColor" />
          </svg>
        </button>
        <div id="site-menu" className={open ? 'site-menu open' : 'site-menu'}>
          <nav aria-label={frame.navigation}>
            {places.map((place) => (
              <Link
                key={place}
                href={`/${place}`}
                aria-current={sectionOf(location) === place ? 'page' : undefined}
              >
                {frame[place]}
                {place === 'collect' && <OwedCount key={location} />}
              </Link>
            ))}
          </nav>
          <div className="site-tools">
            <SearchBox />
            <LanguageSwitch />
            <ThemeSwitch />
            <AccountLink />
          </div>
        </div>
      </div>
    </header>
  );
}

/** How much waits for whoever is signed in; counted anew on each page. */
function OwedCount(): ReactNode {
  const words = useMessages().reminders;
  const isIn = useSession()?.account?.stage === 'full';
  const owed = useAnswer('owed', {}, isIn).data;
  const count = isIn && owed ? owed.own + owed.review + owed.publish : 0;
  if (count === 0) return null;
  return (
    <span className="owed">
      <span aria-hidden="true">{count}</span>
      <span className="unseen">{words.owed(count)}</span>
    </span>
  );
}

/** Who is signed in, or the way to sign in, which leads back here. */
function AccountLink(): ReactNode {
  const { accounts } = useMessages();
  const account = useSession()?.account;
  const here = useHere();
  if (account?.stage === 'full')
    return (
      <Link className="account-link" href="/account" lang="zh-CN">
        {account.name}
      </Link>
    );
  const to = here.startsWith('/sign-in') ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`;
  return (
    <Link className="account-link" href={to}>
      {accounts.signIn.link}
    </Link>
  );
}

/** A place and an indicator are found through the statistics, review and forms through reporting. */
function sectionOf(location: string): string | undefined {
  const section = location.split('/')[1];
  if (workPages.some((page) => page === section)) return 'collect';
  return section === 'territories' || section === 'indicators' ? 'statistics' : section;
}
