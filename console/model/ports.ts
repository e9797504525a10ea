import type { NoticeKind, PushSubscribed, WallTime } from '../../protocol/wire/notices.ts';
import type { Stroke } from './strokes.ts';

export type { Clock } from '../../protocol/kit/clock.ts';

/** What the models need from the page. `console/browser` implements them; tests use fakes. None of them throws. */

export interface HttpQuestion {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  timeoutMs: number;
  /** Is handed the way to give up: the answer is undefined then. */
  cancel?(giveUp: () => void): void;
}

/** Same-origin requests with the session's cookie. Answers the JSON that came; undefined where none came in time. */
export interface Http {
  ask(question: HttpQuestion): Promise<unknown>;
}

/** Text that survives a reload, shared by the tabs of one browser. Falls back to this tab's memory where storage is denied. */
export interface Memory {
  read(key: string): string | null;
  write(key: string, text: string): void;
  remove(key: string): void;
  keys(prefix: string): string[];
  /** Another tab changed something under this prefix. */
  listen(prefix: string, changed: () => void): () => void;
}

/** The address bar: path and query, without the origin. */
export interface Address {
  readonly origin: string;
  read(): string;
  push(path: string): void;
  replace(path: string): void;
  /** Loads the page again, where it is. */
  reload(): void;
  listen(moved: () => void): () => void;
  /** Until it is given back, "back" closes this instead of leading away; what was held last goes first. */
  hold(close: () => void): () => void;
}

/** Whether a person looks at this page. */
export interface Attention {
  /** The page is on the screen. */
  visible(): boolean;
  /** It is on the screen and has the keyboard. */
  looking(): boolean;
  listen(changed: () => void): () => void;
  /** A key, a press or a touch by the person. */
  listenInput(acted: () => void): () => void;
  /** The network or the page came back: a good moment to connect. */
  listenWake(woke: () => void): () => void;
}

/** The end of the page: closed, loaded again, or left for another one. */
export interface Leaving {
  /** The person is asked before it, as long as this says so. */
  holdWhile(isHeld: () => boolean): void;
  /** The page goes, or is put away: the last moment in which something can be sent. */
  listen(left: () => void): () => void;
}

/** `writing`: where letters are written or find something. `modal`: a dialog has the keyboard for itself. */
export type KeyFocus = 'free' | 'writing' | 'modal';

/** The person's keyboard, wherever the focus is. */
export interface Keyboard {
  /** Apple's: ⌘ where others have Ctrl. */
  readonly apple: boolean;
  /** The answer says whether the stroke was taken: the browser does nothing with it then. */
  listen(heard: (stroke: Stroke, focus: KeyFocus) => boolean): () => void;
}

/** What rang. `lost`: it was taken from me because I did not answer. */
export interface Rung {
  kind: NoticeKind | 'lost';
  conversationId?: string | undefined;
  who?: string | undefined;
  /** J19: `who` is a label. */
  made?: boolean | undefined;
  text?: string | undefined;
  /** This machine makes no sounds. */
  muted: boolean;
}

export interface Bell {
  ring(rung: Rung): void;
  /** Whether the browser lets this tab make sounds: not before the person has acted in it. */
  audible(): boolean;
}

export type PushState = 'unsupported' | 'denied' | 'off' | 'on';

/** Notices of the system, and the worker that shows them with no tab open. */
export interface Push {
  state(): Promise<PushState>;
  /** Asks the person; null where she or the browser says no, `undecided` where she put the question away. */
  subscribe(publicKey: string): Promise<PushSubscribed | 'undecided' | null>;
  unsubscribe(): Promise<void>;
  show(title: string, how: object): Promise<void>;
  clear(tag: string): Promise<void>;
  keepWords(words: object): Promise<void>;
  /** A notice was pressed, and leads there. */
  listenOpen(opened: (path: string) => void): void;
  listenUpdate(updated: () => void): void;
}

/** What the other tabs of this browser know. */
export interface Tabs {
  /** True in exactly one tab for each name within a few seconds; true everywhere if tabs cannot talk. */
  claim(name: string): Promise<boolean>;
}

/** Unread count in the title and on the icon of the tab. */
export interface Badge {
  show(unread: number, page: string): void;
}

/** Days of the person's own time zone. */
export interface Calendar {
  /** A key that is equal for instants of one local day. */
  dayOf(at: number): string;
}

/** Days of any time zone, written `YYYY-MM-DD`. */
export interface Days {
  /** IANA name of this browser's own. */
  readonly zone: string;
  /** Whether this browser has heard of it. */
  knows(zone: string): boolean;
  dayOf(at: number, zone: string): string;
  /** The first instant of that day there, ms. */
  startOf(day: string, zone: string): number;
  plus(day: string, days: number): string;
}

/** The clock on the wall beside the person. */
export interface WallClock {
  /** IANA name, such as `Europe/Berlin`. */
  readonly zone: string;
  /** The instant at which it shows `YYYY-MM-DDTHH:MM`; null for what is no such time. */
  instantOf(wall: string): number | null;
  /** The day of the week and the minute of the day. */
  weekTime(at: number): WallTime;
}

/** The screen's sleep. */
export interface Awake {
  /** Keeps the screen lit, where the browser can, until the answer is called. */
  hold(): () => void;
}

export interface Clipboard {
  /** Answers whether it was copied. */
  copy(text: string): Promise<boolean>;
}

/** 128 random bits, for `clientId`. */
export type NewClientId = () => string;
