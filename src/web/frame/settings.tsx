import type { ReactNode } from 'react';
import { useLanguage } from '../language.tsx';
import { type Theme, themes, useTheme } from '../theme.ts';

/** Changes the interface to the other language; its label is in that language. */
export function LanguageSwitch(): ReactNode {
  const { language, messages, choose } = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="quiet language-switch"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      title={messages.frame.languageLabel}
      onClick={() => choose(other)}
    >
      {messages.frame.language}
    </button>
  );
}

/** Light, dark, or as the system has it. */
export function ThemeSwitch(): ReactNode {
  const { messages } = useLanguage();
  const [theme, choose] = useTheme();
  return (
    <select
      className="theme-switch"
      aria-label={messages.frame.theme}
      value={theme}
      onChange={(event) => choose(event.target.value as Theme)}
    >
      {themes.map((value) => (
        <option key={value} value={value}>
          {messages.frame.themes[value]}
        </option>
      ))}
    </select>
  );
}
