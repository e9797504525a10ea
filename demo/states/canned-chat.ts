import { signal } from '@preact/signals';
import { refusal, success } from '../../protocol/wire/errors.ts';
import type { OwnConversation } from '../../protocol/wire/front.ts';
import type { OwnKept } from '../../protocol/wire/own.ts';
import type { Chat, ChatInside, ChatState } from '../../widget/model/chat-view.ts';
import type { Group, Line, ThreadItem } from '../../widget/model/thread.ts';

/** Values instead of signals; whatever is not named is as on a first visit. */
export type Canned = { [Name in Exclude<keyof ChatState, 'rating' | 'shelf'>]?: ChatState[Name]['value'] } & {
  score?: number;
  ratingState?: 'open' | 'sending' | 'failed' | 'late';
  /** Pressed one after the other once it is drawn, by selector. */
  press?: string[];
  past?: OwnConversation[];
  own?: OwnKept;
  /** Files are on their way. */
  uploading?: boolean;
};

function cannedRating(canned: Canned): Chat['rating'] {
  const score = signal<number | null>(canned.score ?? null);
  const comment = signal('');
  return {
    score,
    comment,
    more: signal({}),
    state: signal(canned.ratingState ?? 'open'),
    choose: (chosen) => {
      score.value = chosen;
    },
    write: (text) => {
      comment.value = text;
    },
    submit: async () => {},
    reset: () => {},
  };
}

/** A chat that shows what it is told and only the text boxes work. */
export function cannedChat(canned: Canned): Chat {
  const draft = signal(canned.draft ?? '');
  const email = signal(canned.email ?? '');
  const nothing = () => {};
  return {
    open: signal(true),
    screen: signal(canned.screen ?? 'start'),
    link: signal(canned.link ?? 'online'),
    refused: signal(canned.refused ?? null),
    siteName: signal(canned.siteName ?? 'Clay & Kiln'),
    available: signal(canned.available ?? true),
    service: signal(canned.service ?? null),
    front: signal(canned.front ?? null),
    intake: signal(undefined),
    outgoing: signal(canned.outgoing ?? []),
    place: signal(canned.place ?? null),
    full: signal(canned.full ?? false),
    agent: signal(canned.agent ?? null),
    requeued: signal(canned.requeued ?? false),
    thread: signal(canned.thread ?? []),
    agentTyping: signal(canned.agentTyping ?? false),
    muted: signal(null),
    shelf: { read: () => null, write: nothing, names: () => [], listen: () => nothing },
    status: signal(canned.status ?? 'none'),
    unread: signal(canned.unread ?? 0),
    draft,
    email,
    emailWrong: signal(canned.emailWrong ?? false),
    contact: signal(canned.contact ?? null),
    quote: signal(canned.quote ?? null),
    canEnd: signal(canned.canEnd ?? false),
    canContinue: signal(canned.canContinue ?? false),
    ending: signal(false),
    notice: signal(canned.notice ?? null),
    rated: signal(canned.rated ?? null),
    rating: cannedRating(canned),
    setOpen: nothing,
    write: (text) => {
      draft.value = text;
    },
    writeEmail: (text) => {
      email.value = text;
    },
    send: nothing,
    say: () => true,
    leaveEmail: nothing,
    ...emptyInside(canned),
    retry: nothing,
    discard: nothing,
    leaveWithUs: nothing,
    end: nothing,
    continueChat: nothing,
    startNew: nothing,
    skip: nothing,
    mute: nothing,
    dispose: nothing,
  };
}

/** Nothing to look into, and nobody to ask. */
function emptyInside({ past, own }: Canned): ChatInside {
  const known: Record<string, unknown> = {
    ...(past && { 'conversation:list': { conversations: past } }),
    ...(own && { 'own:read': own }),
  };
  return {
    timeline: signal(null),
    heard: signal(true),
    visible: signal(true),
    away: signal(false),
    taken: signal(0),
    drop: () => {},
    reread: () => {},
    catchUp: () => {},
    ask: (async (name: string) => (known[name] ? success(known[name]) : refusal('unavailable'))) as Chat['ask'],
    token: () => null,
    where: () => undefined,
    now: () => MORNING,
  };
}

/** Yesterday afternoon and this morning, as the stories tell them. */
export const MORNING = Date.UTC(2026, 10, 22, 9, 12);
const MINUTE = 60_000;
let made = 0;

export function group(own: boolean, minutes: number, bodies: string[], more: Partial<Line> = {}): Group {
  made += 1;
  const key = `group-${made}`;
  const lines: Line[] = bodies.map((body, index) => ({
    clientId: `${key}-${index}`,
    body,
    at: MORNING + minutes * MINUTE,
    state: own ? 'read' : 'received',
    ...more,
  }));
  return { kind: 'group', key, own, author: own ? null : 'Ana Novak', lines };
}

export function event(minutes: number, happening: Extract<ThreadItem, { kind: 'event' }>['happening']): ThreadItem {
  made += 1;
  return { kind: 'event', key: `event-${made}`, at: MORNING + minutes * MINUTE, happening };
}

export const today: ThreadItem = { kind: 'day', key: 'day', at: MORNING };
