import { FILE_SETTINGS_USUAL, type FileSettings } from './files.ts';
import { FRONT_DEFAULT, type FrontSettings } from './front.ts';
import type { CalendarDocument, HoursSpan } from './hours.ts';
import { KEEPING_DEFAULT, type KeepingSettings } from './keeping.ts';
import { FILE_BYTES_MAX } from './limits.ts';
import { LOOK_DEFAULT, type LookSettings } from './look.ts';
import { MAIL_SETTINGS_DEFAULT, type MailSettings } from './mail.ts';
import type { Outcome } from './model.ts';
import { VISITOR_SETTINGS_DEFAULT, type VisitorSettings } from './people.ts';
import { PROACTIVE_DEFAULT, type ProactiveSettings } from './proactive.ts';
import { FEEDBACK_DEFAULT, type FeedbackSettings } from './rating-settings.ts';

/** What owners set for a site (GET and PUT /api/v1/agent/sites/:key/settings). Lengths in ms. */
export interface SiteSettings extends ServiceHours {
  /** What becomes of those who wait when the hours end (H7). */
  atClosing: AtClosing;
  queue: QueueSettings;
  /** Ends conversations in which the visitor does not answer any more (C13); null: never. */
  idle: IdleSettings | null;
  /** How long an agent's room is held after a conversation (C15); 0: not at all. */
  wrapUpMs: number;
  files: FileSettings;
  /** What stands around the chat (docs/front.md). */
  front: FrontSettings;
  /** Messages that come by themselves (docs/proactive.md). */
  proactive: ProactiveSettings;
  /** What goes out by mail (docs/mail.md). */
  mail: MailSettings;
  /** What is asked afterwards, and what becomes of it (docs/feedback.md). */
  feedback: FeedbackSettings;
  /** What is told of visitors before they write, and of the pages they see (docs/people.md). */
  visitors: VisitorSettings;
  /** How the widget looks (docs/setup.md). */
  look: LookSettings;
  /** How long what was said and bought is kept (docs/people.md, J13). */
  keeping: KeepingSettings;
}

/** The same for a site and for a department. */
export interface ServiceHours {
  /** Null: a site is always open; a department has its site's hours. */
  hours: CalendarDocument | null;
  /** Chat is taken offline by hand (H6); null: it is not. */
  offline: OfflineNow | null;
}

/** `serve`: those who wait are served to the end. `keep`: told, and kept as messages. `close`: ended decently. */
export type AtClosing = 'serve' | 'keep' | 'close';

export interface OfflineNow {
  /** What visitors read; empty: our own sentence. */
  text: string;
  /** When it ends by itself; null: when somebody ends it. */
  until: number | null;
}

export interface QueueSettings {
  /** At most so many wait; more are asked to leave it by e-mail (Q5). Null: no limit. */
  waitingMax: number | null;
  showsPosition: boolean;
  /** Shown only where enough was measured (Q3). */
  showsRange: boolean;
  /** Said in the thread, one after the other, while the visitor waits (Q4). */
  stages: QueueStage[];
}

export interface QueueStage {
  afterMs: number;
  text: string;
}

export interface IdleSettings {
  /** The visitor has not answered for so long: a word in the thread. */
  warnAfterMs: number;
  /** And for so long: the end. */
  closeAfterMs: number;
  outcome: Extract<Outcome, 'resolved' | 'unresolved'>;
}

/** An owner who sets nothing: always open, no limit, nothing ends by itself. */
export const SITE_SETTINGS_DEFAULT: SiteSettings = {
  hours: null,
  offline: null,
  atClosing: 'serve',
  queue: { waitingMax: null, showsPosition: true, showsRange: true, stages: [] },
  idle: null,
  wrapUpMs: 0,
  files: { ...FILE_SETTINGS_USUAL, bytesMax: FILE_BYTES_MAX },
  front: FRONT_DEFAULT,
  proactive: PROACTIVE_DEFAULT,
  mail: MAIL_SETTINGS_DEFAULT,
  feedback: FEEDBACK_DEFAULT,
  visitors: VISITOR_SETTINGS_DEFAULT,
  look: LOOK_DEFAULT,
  keeping: KEEPING_DEFAULT,
};

export const DEPARTMENT_HOURS_DEFAULT: ServiceHours = { hours: null, offline: null };

/** What visitors are told of it: whether chat is open now, and what comes. */
export interface ServiceTold {
  open: boolean;
  /** Closed: when it opens; null: nobody knows. */
  opensAt: number | null;
  /** Closed by a special day: its name. */
  day: string | null;
  /** Taken offline by hand: the owner's words. */
  text: string | null;
}

export const ALWAYS_OPEN: ServiceTold = { open: true, opensAt: null, day: null, text: null };

/** What a calendar says, before it is saved (POST /api/v1/agent/hours/preview). */
export interface HoursPreview {
  now: ServiceTold;
  /** When that changes; null: not in sight. */
  changesAt: number | null;
  /** Today, by the calendar's own wall, and the days after it; none where it is always open. */
  days: PreviewDay[];
}

export interface PreviewDay {
  /** `YYYY-MM-DD` */
  date: string;
  /** Of a special day. */
  name: string | null;
  /** Those that begin on it; a `to` not after its `from` lies in the next day (H3). */
  hours: HoursSpan[];
}

/** A visitor's place in the queue (Q1, Q3). */
export interface QueuePlace {
  conversationId: string;
  /** 1: next. */
  position: number;
  /** Between these, in five of ten and nine of ten cases (M17); absent where too little was measured. */
  lowMs?: number | undefined;
  highMs?: number | undefined;
}
