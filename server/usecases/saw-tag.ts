import type { Clock } from '../../protocol/kit/clock.ts';
import { ID_CHARS_MAX, PAGE_URL_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { SIGHTING_EVERY_MS, SIGHTINGS_MAX } from '../../protocol/wire/setup-limits.ts';
import { normaliseOrigin } from '../domain/origin.ts';
import type { Store } from '../store/store.ts';

export type SawTag = (seen: { siteKey: string; referer: string | undefined }) => Promise<void>;

/**
 * Z6 Which origins ask for the script. Browsers name the page's origin with the request unless the page forbids it; nothing else of it is
 * kept, and nothing of who asked. The same pair is written down once in a while.
 */
export function createSawTag({ store, clock }: { store: Pick<Store, 'sawTag'>; clock: Clock }): SawTag {
  const written = new Map<string, number>();
  return async ({ siteKey, referer }) => {
    const origin = originOf(referer);
    if (origin === undefined || siteKey.length > ID_CHARS_MAX) return;
    const pair = `${siteKey} ${origin}`;
    const at = clock.now();
    if (Math.abs(at - (written.get(pair) ?? Number.NEGATIVE_INFINITY)) < SIGHTING_EVERY_MS) return;
    // Anybody can claim to be any page.
    if (written.size >= SIGHTINGS_MAX) written.clear();
    written.set(pair, at);
    await store.sawTag({ siteKey, origin, at, max: SIGHTINGS_MAX });
  };
}

/** The page's origin, as its browser names it with a request. */
export function originOf(referer: string | undefined): string | undefined {
  const [text] = /^https?:\/\/[^/]+/i.exec(referer?.slice(0, PAGE_URL_CHARS_MAX) ?? '') ?? [];
  const check = text === undefined ? undefined : normaliseOrigin(text);
  return check && 'origin' in check ? check.origin : undefined;
}
