import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { type Messages, zh } from './messages/zh.ts';
import { recall, remember } from './remembered.ts';

export type Language = 'zh' | 'en';

interface Interface {
  readonly language: Language;
  readonly messages: Messages;
  /** Changes the language; the words of the other language are fetched first. */
  readonly choose: (language: Language) => void;
}

const InterfaceContext = createContext<Interface>({
  language: 'zh',
  messages: zh,
  choose: () => {},
});

/** Returns the language an address asks for (`?lang=en`), or the one remembered, or Chinese. */
export function firstLanguage(search: string): Language {
  const asked = new URLSearchParams(search).get('lang');
  if (asked === 'en' || asked === 'zh') {
    remember('language', asked);
    return asked;
  }
  return recall('language') === 'en' ? 'en' : 'zh';
}

/** Returns the words of a language; all but Chinese are fetched when they are wanted. */
export async function messagesOf(language: Language): Promise<Messages> {
  if (language === 'zh') return zh;
  return (await import('./messages/en.ts')).en;
}

/** Gives the pages below their language. */
export function InLanguage(props: {
  first: Language;
  messages: Messages;
  children: ReactNode;
}): ReactNode {
  const [{ language, messages }, setState] = useState({
    language: props.first,
    messages: props.messages,
  });
  useEffect(() => {
    document.documentElement.lang = messages.tag;
  }, [messages]);
  const choose = (next: Language) => {
    void messagesOf(next).then((words) => {
      remember('language', next);
      dropFromAddress('lang');
      setState({ language: next, messages: words });
    });
  };
  return (
    <InterfaceContext value={{ language, messages, choose }}>{props.children}</InterfaceContext>
  );
}

/** Returns the words of the interface in the reader's language. */
export function useMessages(): Messages {
  return useContext(InterfaceContext).messages;
}

/** Returns the reader's language and how to change it. */
export function useLanguage(): Interface {
  return useContext(InterfaceContext);
}

/** A choice made by hand outlives the one a link brought. */
function dropFromAddress(name: string): void {
  const here = new URL(location.href);
  if (!here.searchParams.has(name)) return;
  here.searchParams.delete(name);
  history.replaceState(history.state, '', here);
}
