import type { Answer } from '../../protocol/wire/errors.ts';
import type { FilePart, FileProgress } from '../../protocol/wire/upload.ts';

const PART_MS_MAX = 60_000;

/** Files over HTTP, and pictures on canvases: that needs `connect-src` only, so a strict page shows them too (W5). */
export function filePorts(origin: string, site: string, token: () => string | null, gone: AbortSignal) {
  const post = (path: string, body: BodyInit, more: Record<string, string>) =>
    fetch(`${origin}/api/v1/visitor/files${path}`, {
      ...{ method: 'POST', body, credentials: 'omit', cache: 'no-store' },
      headers: { Authorization: `Bearer ${token() ?? ''}`, 'X-Deskbell-Site': site, ...more },
      signal: AbortSignal.timeout(PART_MS_MAX),
    });
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const over = new AbortController();
      const done = () => {
        clearTimeout(timer);
        over.abort();
        resolve();
      };
      const timer = setTimeout(done, ms);
      addEventListener('online', done, over);
      gone.addEventListener('abort', done, over);
    });
  const json = { 'Content-Type': 'application/json' };
  return {
    async send(part: FilePart, content: Uint8Array): Promise<Answer<FileProgress>> {
      try {
        const told = encodeURIComponent(JSON.stringify(part));
        const answer = await post('', content as BufferSource as BodyInit, {
          ...{ 'Content-Type': 'application/octet-stream', 'X-Deskbell-File': told },
        });
        return await answer.json();
      } catch {
        return { ok: false, error: 'unavailable' };
      }
    },
    cancel(clientId: string): void {
      post('/cancel', JSON.stringify({ clientId }), json).catch(() => {});
    },
    /** Null: it is not there any more, or nobody can be asked. */
    async load(id: string): Promise<Blob | null> {
      const answer = await post('/load', JSON.stringify({ id }), json).catch(() => null);
      return answer?.ok ? answer.blob().catch(() => null) : null;
    },
    wait,
    /** As a download: nothing that somebody sent is opened as a page of this site. */
    save(blob: Blob, name: string): void {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
      link.download = name;
      link.click();
      void wait(PART_MS_MAX).then(() => URL.revokeObjectURL(link.href));
    },
  };
}
