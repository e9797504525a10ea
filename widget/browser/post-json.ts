/** A network that swallows requests is taken for dead after this long, ms. */
const ANSWER_MS_MAX = 8_000;

/** POST of JSON to the relay, without cookies. Never rejects: no answer is the answer `unavailable`. */
export function createPostJson(origin: string, site: string, spell: (value: unknown) => string) {
  return async (path: string, body: unknown, token: string | undefined) => {
    const headers: Record<string, string> = { 'Content-Type': 'application/json', 'X-Deskbell-Site': site };
    if (token) headers.Authorization = `Bearer ${token}`;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), ANSWER_MS_MAX);
    try {
      const response = await fetch(origin + path, {
        method: 'POST',
        headers,
        body: spell(body),
        credentials: 'omit',
        cache: 'no-store',
        signal: stop.signal,
      });
      return await response.json();
    } catch {
      return { ok: false, error: 'unavailable' };
    } finally {
      clearTimeout(timer);
    }
  };
}
