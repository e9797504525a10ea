import type { Nothing, Page } from '../../../protocol/wire/events.ts';
import type { TrailIn } from '../../../protocol/wire/people.ts';
import { TRAIL_PAGES_MAX } from '../../../protocol/wire/people-limits.ts';
import { cleanAddress } from '../../domain/people/clean-address.ts';
import { type Device, readDevice as read, UNKNOWN_DEVICE } from '../../domain/people/read-device.ts';
import type { Context, Done, VisitorSubject } from '../context.ts';
import { answered } from '../finish.ts';
import { loadServiceBook } from '../service-book.ts';

/** So many kinds of browsers are remembered: most visitors have one of a few. */
const KINDS_MAX = 500;
const kinds = new Map<string, Device>();

/** One object for all who run the same: a connection carries it. */
export function readDevice(userAgent: string | undefined): Device {
  if (userAgent === undefined) return UNKNOWN_DEVICE;
  const known = kinds.get(userAgent);
  if (known) return known;
  const device = read(userAgent);
  if (kinds.size >= KINDS_MAX) kinds.clear();
  kinds.set(userAgent, device);
  return device;
}

/** J4: how she came, kept as she writes. A zone that no calendar knows is none. */
export async function keepVisit(context: Context, subject: VisitorSubject, page: Page | undefined): Promise<void> {
  const { store, clock, zones } = context;
  const { zone, referrer, language } = page ?? {};
  await store.keepVisit({
    visitorId: subject.visitorId,
    visit: {
      ...subject.device,
      ...(language === undefined ? {} : { language }),
      ...(zone === undefined || !zones.isZone(zone) ? {} : { zone }),
      ...(referrer === undefined ? {} : { referrer: cleanAddress(referrer) ?? null }),
    },
    at: clock.now(),
  });
}

/** J5: the pages of this visit, where the owner keeps them. Whatever a page sends, nothing behind `?` and `#` is stored. */
export async function keepTrail(context: Context, subject: VisitorSubject, said: TrailIn): Promise<Done<Nothing>> {
  const { store, clock } = context;
  const { visitors, proactive } = (await loadServiceBook(context)).settingsOf(subject.siteId);
  if (!visitors.trail || proactive.privacy === 'strict') return answered({});
  const latest = await store.findLatestConversation(subject.visitorId);
  // Who has not written to anybody is nobody's affair.
  if (!latest) return answered({});
  await keepVisit(context, subject, { url: '', title: '', zone: said.zone, referrer: said.referrer });
  const pages = said.pages
    .map((page) => ({ ...page, url: cleanAddress(page.url) ?? '' }))
    .filter(({ url }) => url !== '')
    .slice(-TRAIL_PAGES_MAX);
  await store.keepVisit({ visitorId: subject.visitorId, visit: { pages }, at: clock.now() });
  return answered({}, [{ tell: 'described', conversationId: latest.id, agentId: latest.agentId }]);
}
