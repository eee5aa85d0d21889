import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../answers.ts';
import { useLanguage } from '../language.tsx';
import { Official } from '../marks/official.tsx';

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
