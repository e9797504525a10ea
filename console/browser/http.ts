import type { Http } from '../model/ports.ts';

/** Writes carry a header that a foreign page cannot set without being asked first (a preflight, which is refused). */
export const sameOriginHttp: Http = {
  async ask({ method, path, body, timeoutMs, cancel }) {
    const given = new AbortController();
    cancel?.(() => given.abort());
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (method !== 'GET') {
      headers['Content-Type'] = 'application/json';
      headers['X-Deskbell'] = '1';
    }
    try {
      const response = await fetch(path, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), given.signal]),
      });
      return await response.json();
    } catch {
      return undefined;
    }
  },
};
