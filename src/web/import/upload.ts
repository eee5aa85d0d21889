import type { Input, Output } from '../request.ts';
import { address, refusedBy } from '../request.ts';

/**
 * Resolves to what the server says of a table, and tells on the way how much of it is uploaded: fetch
 * does not say. Rejects as `request` does.
 */
export function uploadTable(
  input: Input<'importFile'>,
  file: Blob,
  { told, signal }: { readonly told: (share: number) => void; readonly signal: AbortSignal },
): Promise<Output<'importFile'>> {
  return new Promise((resolve, reject) => {
    const sent = new XMLHttpRequest();
    sent.open('POST', address('importFile', input));
    sent.setRequestHeader('accept', 'application/json');
    sent.setRequestHeader('content-type', 'application/octet-stream');
    sent.upload.onprogress = ({ loaded, total }) => told(total === 0 ? 1 : loaded / total);
    sent.onload = () => {
      const body = parsed(sent.responseText);
      if (sent.status === 200 && body !== null) resolve(body as Output<'importFile'>);
      else reject(refusedBy(body, sent.status));
    };
    sent.onerror = () => reject(refusedBy(null, 0));
    sent.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => sent.abort());
    sent.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
