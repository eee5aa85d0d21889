import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { answers } from './answers.ts';
import { App } from './app.tsx';
import { firstLanguage, InLanguage, messagesOf } from './language.tsx';
import { showRememberedTheme } from './theme.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/print.css';
import './frame/frame.css';
import './marks/marks.css';

showRememberedTheme();
const language = firstLanguage(location.search);
const messages = await messagesOf(language);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={answers}>
      <InLanguage first={language} messages={messages}>
        <App />
      </InLanguage>
    </QueryClientProvider>
  </StrictMode>,
);
