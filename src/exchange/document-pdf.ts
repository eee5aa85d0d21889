import { extractText } from 'unpdf';
import type { ReadText } from './read-text.ts';

export async function readPdf(bytes: Uint8Array): Promise<ReadText> {
  const { text } = await extractText(bytes.slice(), { mergePages: true });
  return { text, findings: [] };
}
