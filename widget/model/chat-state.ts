import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Outbox, Outgoing } from '../../protocol/client/outbox.ts';
import { standingOf, type Timeline, unreadBy } from '../../protocol/client/timeline.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { Front, IntakeIn } from '../../protocol/wire/front.ts';
import { RATING_WINDOW_MS, REOPEN_WINDOW_MS } from '../../protocol/wire/limits.ts';
import type { QueuePlace, ServiceTold } from '../../protocol/wire/settings.ts';
import type { Notice } from './chat-view.ts';
import { NAMES } from './keep.ts';
import type { ChatPorts } from './ports.ts';
import { screenOf } from './screen.ts';
import { type Line, threadOf } from './thread.ts';

/** What is set by somebody: the person, the relay, the page. Everything else is derived from it. */
export type Cells = ReturnType<typeof createCells>;

export function createCells({ shelf, tab, page }: ChatPorts) {
  return {
    open: signal(false),
    visible: signal(page.isVisible()),
    /** The page sleeps (back-forward cache, frozen) or is being left. */
    away: signal(false),
    /** The relay has greeted us: what follows is knowledge, not a guess from the shelf. */
    heard: signal(false),
    available: signal<boolean | null>(null),
    /** What is told while it is closed (H6); null: open. */
    service: signal<ServiceTold | null>(null),
    /** The place that was told last, of whatever conversation (Q1). */
    told: signal<QueuePlace | null>(null),
    siteName: signal(''),
    /** What the owner put around the chat (B1). */
    front: signal<Front | null>(null),
    /** What was said so far of what is asked before a chat; kept nowhere until it is sent. */
    intake: signal<IntakeIn | undefined>(undefined),
    refused: signal<ErrorCode | null>(null),
    draft: signal(tab.read(NAMES.draft) ?? ''),
    email: signal(''),
    emailWrong: signal(false),
    notice: signal<Notice | null>(null),
    quote: signal<Line | null>(null),
    ending: signal(false),
    outgoing: signal<Outbox>([]),
    /** Stored, but its place in the timeline is still on its way. */
    landing: signal<readonly Outgoing[]>([]),
    /** The ended conversation that a new chat left behind. */
    left: signal(shelf.read(NAMES.left)),
    /** The episode whose rating was skipped, and the one that the visitor goes on with after its end. */
    skipped: signal(shelf.read(NAMES.skipped)),
    continued: signal<string | null>(null),
    /** How far this tab has shown messages to somebody who looks. */
    seen: signal<{ conversationId: string; seq: number } | null>(null),
    unreadAfter: signal<number | null>(null),
    /** How often another tab signed somebody else in, in the place of whom this page had named (I5). */
    taken: signal(0),
    /** Null: new messages are heard. */
    muted: signal(shelf.read(NAMES.muted)),
  };
}

export type Derived = ReturnType<typeof derive>;

export function derive(cells: Cells, held: ReadonlySignal<Timeline | null>, ports: ChatPorts, relayNow: () => number) {
  /** The conversation on the screen: none once it ended and a new chat was asked for. */
  const timeline = computed(() => {
    const now = held.value;
    return now && now.conversationId === cells.left.value && standingOf(now).status === 'closed' ? null : now;
  });
  const standing = computed(() => timeline.value && standingOf(timeline.value));
  const episodeKey = computed(() => `${timeline.value?.conversationId}:${standing.value?.episode}`);
  const asksRating = computed(() => {
    const now = standing.value;
    if (now?.status !== 'closed' || now.rating || cells.skipped.value === episodeKey.value) return false;
    return relayNow() - (now.closedAt ?? 0) < RATING_WINDOW_MS;
  });
  const screen = computed(() =>
    screenOf({
      blocked: cells.refused.value !== null,
      standing: standing.value,
      // One that found the queue full opens nothing until the person decides.
      opening:
        cells.landing.value.length > 0 ||
        cells.outgoing.value.some((item) => item.error !== 'queue_full' && item.error !== 'form_required'),
      available: cells.service.value ? false : cells.available.value,
      asksRating: asksRating.value,
      continued: cells.continued.value === episodeKey.value,
    }),
  );
  const thread = computed(() =>
    threadOf({
      timeline: timeline.value,
      outgoing: [...cells.landing.value, ...cells.outgoing.value],
      unreadAfter: cells.unreadAfter.value,
      dayOf: ports.dayOf,
    }),
  );
  const readSeq = computed(() => {
    const seen = cells.seen.value;
    const here = seen && seen.conversationId === timeline.value?.conversationId ? seen.seq : 0;
    return Math.max(here, timeline.value?.marks.visitorRead ?? 0);
  });
  const looksAt = computed(() => cells.open.value && cells.visible.value);
  const unread = computed(() => {
    const now = timeline.value;
    if (!now || looksAt.value) return 0;
    return unreadBy('visitor', { ...now, marks: { ...now.marks, visitorRead: readSeq.value } });
  });
  return { timeline, standing, episodeKey, screen, thread, readSeq, looksAt, unread };
}

/** Whether there is something to stay connected for while the panel is closed. */
export function isWorthKeeping(cells: Cells, derived: Derived, marked: boolean): boolean {
  if (cells.outgoing.value.length > 0) return true;
  if (!cells.heard.value) return marked;
  return derived.standing.value !== null && derived.screen.value !== 'ended';
}

/** Nothing needs to be said while it is open. */
export function closedOnly(service: ServiceTold | undefined): ServiceTold | null {
  return service && !service.open ? service : null;
}

/** What the panel shows beside the thread. */
export function describe(cells: Cells, { standing, timeline }: Derived, relayNow: () => number) {
  return {
    place: computed(() => {
      const told = cells.told.value;
      const isQueued = standing.value?.status === 'queued' && told?.conversationId === timeline.value?.conversationId;
      return isQueued ? told : null;
    }),
    full: computed(() => cells.outgoing.value.some((item) => item.error === 'queue_full')),
    agent: computed(() => standing.value?.agent ?? null),
    requeued: computed(() => standing.value?.requeued ?? false),
    contact: computed(() => standing.value?.email ?? cells.outgoing.value.find((item) => item.email)?.email ?? null),
    canEnd: computed(() => standing.value !== null && standing.value.status !== 'closed'),
    canContinue: computed(() => {
      const now = standing.value;
      return now?.status === 'closed' && relayNow() - (now.closedAt ?? 0) < REOPEN_WINDOW_MS;
    }),
    rated: computed(() => standing.value?.rating?.score ?? null),
  };
}
