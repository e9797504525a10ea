import type { Answer } from '../../protocol/wire/errors.ts';
import type { EraseIn } from '../../protocol/wire/own.ts';

/** A network that swallows requests is taken for dead after this long, ms. */
const ANSWER_MS_MAX = 15_000;
const SAVED_MS = 60_000;
const EVERYTHING: EraseIn = { erase: 'everything' };

/** What is kept of a visitor: to be erased over HTTP, since every socket of hers ends with it, and to be saved as a file. */
export function ownPorts(origin: string, site: string) {
  return {
    async post(token: string): Promise<Answer<unknown>> {
      try {
        const headers = {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${token}`,
          'X-Deskbell-Site': site,
        };
        const answer = await fetch(`${origin}/api/v1/visitor/erase`, {
          ...{ method: 'POST', headers, credentials: 'omit', cache: 'no-store' },
          // Whatever the page has made of `toJSON` (Prototype.js), this is one text.
          body: `{"erase":"${EVERYTHING.erase}"}`,
          signal: AbortSignal.timeout(ANSWER_MS_MAX),
        });
        return await answer.json();
      } catch {
        return { ok: false, error: 'unavailable' };
      }
    },
    wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    now: () => Date.now(),
    /** Instants as people and programs read them. */
    save(copy: object, name: string): void {
      const text = JSON.stringify(
        copy,
        (key, value) => (typeof value === 'number' && /^at$|At$/.test(key) ? new Date(value).toISOString() : value),
        2,
      );
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
      link.download = `${name}.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), SAVED_MS);
    },
  };
}
