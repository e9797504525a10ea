const UNAVAILABLE = { ok: false, error: 'unavailable' } as const;

/** A network that swallows requests is taken for dead after this long, ms. */
const ANSWER_MS_MAX = 8_000;

/**
 * POST of JSON to the relay, without cookies. Never rejects: no answer is the answer `unavailable`. A page that is not on the site's
 * list may not read why it gets no session, so it asks for that where every page may read the answer (W2).
 */
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
      return path.endsWith('/session') ? whyNot(origin, site, stop.signal) : UNAVAILABLE;
    } finally {
      clearTimeout(timer);
    }
  };
}

async function whyNot(origin: string, site: string, signal: AbortSignal) {
  try {
    const address = `${origin}/api/v1/visitor/why?site=${encodeURIComponent(site)}`;
    const answer = await (await fetch(address, { credentials: 'omit', cache: 'no-store', signal })).json();
    return answer.ok ? UNAVAILABLE : answer;
  } catch {
    return UNAVAILABLE;
  }
}
