/** What an agent can be told of while she looks elsewhere, in the order of the settings. */
export const NOTICE_KINDS = [
  'assigned',
  'message',
  'mention',
  'ask',
  'queued',
  'at_risk',
  'follow_up',
  'low_rating',
  'held',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** How: a sound of an open console, a notice of the system by an open console, and one by the push service, also with none open. */
export const NOTICE_WAYS = ['sound', 'desktop', 'push'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

export interface QuietSpan {
  /** 1 is Monday. */
  weekday: number;
  /** Minutes of the day; `to` before `from` is on the next day. */
  from: number;
  to: number;
}

/** How one agent wants to be told (NT). Kept on the relay, so that it holds on every device. */
export interface NoticeSettings {
  ways: Record<NoticeKind, Record<NoticeWay, boolean>>;
  /** Whether a notice of the system says who and what; otherwise it says only that there is something. */
  words: boolean;
  /** Do not disturb until then. */
  quietUntil: number | null;
  /** And at these times, every week, by the clocks of `zone`. */
  quietSpans: QuietSpan[];
  zone: string;
  /** What comes through all the same. */
  through: NoticeKind[];
}

/** What is low: a complaint is told whatever the score. */
export const LOW_SCORE_MAX = 2;

const LOUD = { sound: true, desktop: true, push: true };
const SOFT = { sound: false, desktop: true, push: false };
const NONE = { sound: false, desktop: false, push: false };

export const NOTICE_SETTINGS_DEFAULT: NoticeSettings = {
  ways: {
    assigned: LOUD,
    message: LOUD,
    mention: LOUD,
    ask: LOUD,
    queued: NONE,
    at_risk: SOFT,
    follow_up: { sound: true, desktop: true, push: false },
    low_rating: SOFT,
    held: LOUD,
  },
  words: true,
  quietUntil: null,
  quietSpans: [],
  zone: 'UTC',
  through: [],
};

/** A clock on the wall. */
export interface WallTime {
  weekday: number;
  minute: number;
}

const DAY_MINUTES = 1_440;

/** NT3: whether nobody may be disturbed now. `wallOf` tells the wall's time of an instant in a zone. */
export function isQuiet(
  settings: Pick<NoticeSettings, 'quietUntil' | 'quietSpans' | 'zone'>,
  now: number,
  wallOf: (at: number, zone: string) => WallTime,
): boolean {
  const { quietUntil, quietSpans, zone } = settings;
  if (quietUntil !== null && now < quietUntil) return true;
  if (quietSpans.length === 0) return false;
  const { weekday, minute } = wallOf(now, zone);
  const before = weekday === 1 ? 7 : weekday - 1;
  return quietSpans.some((span) => {
    const to = span.to > span.from ? span.to : span.to + DAY_MINUTES;
    if (span.weekday === weekday && minute >= span.from && minute < to) return true;
    return span.weekday === before && minute + DAY_MINUTES < to;
  });
}

/** Whether this is told in this way now. */
export function isTold(settings: NoticeSettings, kind: NoticeKind, way: NoticeWay, quiet: boolean): boolean {
  return settings.ways[kind][way] && (!quiet || settings.through.includes(kind));
}

/** A browser that push messages reach. `endpoint` is never told: whoever has it could push. */
export interface PushDevice {
  id: string;
  name: string;
  addedAt: number;
  /** The browser that asks. */
  isThis: boolean;
}

export interface NoticesRead {
  settings: NoticeSettings;
  /** The relay's public key, base64url. */
  publicKey: string;
  devices: PushDevice[];
}

/** What a browser hands over when it agrees to push messages. */
export interface PushSubscribed {
  endpoint: string;
  p256dh: string;
  auth: string;
  /** What a person recognises the device by: "Chrome on Windows". */
  name: string;
}

/** What travels to the worker of the console, encrypted. Words are chosen there, in its own language. */
export interface PushDocument {
  kind: NoticeKind | 'test';
  conversationId: string | null;
  /** Null where the agent wants no words. */
  who: string | null;
  /** J19: `who` is a label. */
  made?: true | undefined;
  text: string | null;
  at: number;
}
