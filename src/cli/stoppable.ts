import { AppError } from '../domain/app-error.ts';
import type { Language } from '../domain/finding.ts';
import { refusalText } from './refusal.ts';
import { stopSignal } from './stop-signal.ts';

/**
 * Resolves to the exit code of a command: what `body` resolves to, 1 with its sentence where it refuses,
 * 130 where it was stopped by Ctrl-C.
 */
export async function stoppable(
  language: Language,
  body: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const stop = stopSignal();
  try {
    return await body(stop.signal);
  } catch (error) {
    if (stop.signal.aborted) return 130;
    if (!(error instanceof AppError)) throw error;
    console.error(refusalText(error, language));
    return 1;
  } finally {
    stop.release();
  }
}
