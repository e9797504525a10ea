import type { SavedView } from '../../protocol/wire/inbox.ts';
import { AGENT_CAPACITY_MAX } from '../../protocol/wire/limits.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import { ana, bo, summary } from './console-people.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const WORDS = [
  'Does the blue one survive the dishwasher?',
  'My parcel has been in the depot since Tuesday.',
  'Können Sie die Rechnung auf meine Firma ausstellen?',
  'مرحبا، متى يصل طلبي؟',
  'Thanks, I will try the other size.',
  'The voucher is refused at the checkout.',
];
const TAGS = [['refund'], ['delivery', 'vip'], [], ['invoice'], []];

const timesOf = (since: number, targetMs: number) => ({ riskAt: since + targetMs * 0.75, missAt: since + targetMs });

/** So many open ones, as on a busy day: some of them mine, some waiting, most with colleagues; and some that ended. */
export function manyLines(now: number, count: number): ConversationSummary[] {
  return Array.from({ length: count }, (_, n): ConversationSummary => {
    // Nobody serves more than the product lets her.
    const kind = n % 5 === 1 && n >= 5 * AGENT_CAPACITY_MAX ? 2 : n % 5;
    const waits = n % 3 === 0 ? now - (n % 40) * 9 * SECOND - 4 * SECOND : null;
    const tags = TAGS[n % TAGS.length] ?? [];
    const place = { openedAt: now - n * 20 * SECOND, queuedAt: now - n * 20 * SECOND };
    const waitingSince = kind === 0 ? place.queuedAt : waits;
    return summary(now, {
      ...{ id: `M${String(n).padStart(4, '0')}`, ...place, lastText: WORDS[n % WORDS.length] ?? '' },
      ...(kind === 0 ? { status: 'queued', agent: null } : { agent: kind === 1 ? { id: ana.id, name: ana.name } : bo }),
      ...{ waitingSince, lastAt: now - (n % 50) * MINUTE, targetMs: 120 * SECOND },
      ...(waitingSince === null ? {} : { targetTimes: timesOf(waitingSince, 120 * SECOND) }),
      ...(tags.length > 0 ? { tags } : {}),
      unread: waits === null ? 0 : 1 + (n % 3),
      departmentId: n % 2 === 0 ? 'd1' : 'd2',
    });
  });
}

export function closedLines(now: number, count: number): ConversationSummary[] {
  return Array.from({ length: count }, (_, n): ConversationSummary => {
    const at = now - (n + 1) * 47 * MINUTE;
    return summary(now, {
      ...{
        id: `C${String(n).padStart(4, '0')}`,
        status: 'closed',
        openedAt: at - 9 * MINUTE,
        closedAt: at,
        lastAt: at,
      },
      ...{ agent: n % 2 === 0 ? bo : { id: ana.id, name: ana.name }, lastText: WORDS[n % WORDS.length] ?? '' },
      score: n % 3 === 0 ? 1 + (n % 5) : null,
    });
  });
}

const view = (id: string, name: string, place: string, shared: boolean): SavedView => {
  return { id, name, place, shared, ownerId: ana.id, ownerName: ana.name };
};

export const savedViews: SavedView[] = [
  view('w1', 'Refunds that wait', 'tag=refund&minutes=2', false),
  view('w2', 'Bo’s, latest first', 'sort=activity&agent=agent-bo', false),
  view('w3', 'Rückfragen zu Rechnungen und Lieferscheinen', 'tag=invoice', true),
];
