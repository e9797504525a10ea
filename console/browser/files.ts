import type { Answer } from '../../protocol/wire/errors.ts';
import type { FilePart, FileProgress } from '../../protocol/wire/upload.ts';

const PART_MS_MAX = 60_000;

function post(path: string, body: BodyInit, headers: Record<string, string>): Promise<Response> {
  return fetch(`/api/v1/agent/files${path}`, {
    ...{ method: 'POST', body, credentials: 'same-origin', cache: 'no-store', redirect: 'error' },
    headers: { 'X-Deskbell': '1', ...headers },
    signal: AbortSignal.timeout(PART_MS_MAX),
  });
}

/** Parts of files over HTTP, with the session's cookie. */
export const filesOverHttp = {
  async send(part: FilePart, content: Uint8Array): Promise<Answer<FileProgress>> {
    try {
      const told = encodeURIComponent(JSON.stringify(part));
      const headers = { 'Content-Type': 'application/octet-stream', 'X-Deskbell-File': told };
      return await (await post('', content as BufferSource as BodyInit, headers)).json();
    } catch {
      return { ok: false, error: 'unavailable' };
    }
  },
  cancel(clientId: string): void {
    post('/cancel', JSON.stringify({ clientId }), { 'Content-Type': 'application/json' }).catch(() => {});
  },
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};
