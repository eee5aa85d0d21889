import type { ReactNode } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { beijingDay } from '../../domain/beijing-day.ts';
import { useAnswer } from '../answers.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { Official } from '../marks/official.tsx';
import { usePrintTime } from '../use-print-time.ts';

/** What is shown and where it comes from, at the foot of every page. */
export function SiteFooter(): ReactNode {
  const { language, messages } = useLanguage();
  const { data: plan } = useAnswer('summary', {});
  const { frame } = messages;
  return (
    <footer className="site-footer">
      <div className="wrap">
        <p>
          {plan && (
            <>
              <Official>{plan.title.zh}</Official>
              {language === 'en' && <span className="footer-title">{plan.title.en}</span>}{' '}
              <span lang="zh-CN">（{plan.number}）</span> {frame.issued(messages.date(plan.issued))}
              <br />
              <span lang="zh-CN">{plan.source.attribution}</span>
              <br />
              {frame.officialNote}
            </>
          )}
          <PrintLine number={plan?.number} />
        </p>
        <ul>
          <li>
            <Link href="/about">{frame.about}</Link>
          </li>
          <li>
            <a href="/openapi.json">{frame.interfaces}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}

/** On paper: the number of the plan, the address of the page and the day in Beijing it was printed. */
function PrintLine({ number }: { number: string | undefined }): ReactNode {
  const messages = useMessages();
  useLocation();
  useSearchParams();
  const now = usePrintTime();
  return (
    <span className="print-only print-line">
      {number && <span lang="zh-CN">{number}</span>} {decodeURI(location.href)}{' '}
      {messages.frame.printed(messages.date(beijingDay(now)))}
    </span>
  );
}
