import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Outbox } from '../../protocol/client/outbox.ts';
import type { Timeline } from '../../protocol/client/timeline.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { Front, IntakeIn } from '../../protocol/wire/front.ts';
import type { AgentCard, ConversationStatus } from '../../protocol/wire/model.ts';
import type { QueuePlace, ServiceTold } from '../../protocol/wire/settings.ts';
import type { Link } from './link.ts';
import type { PageView, Shelf, VisitorConnection } from './ports.ts';
import type { Rating } from './rating.ts';
import type { Screen } from './screen.ts';
import type { Line, ThreadItem } from './thread.ts';

/** Something the person should know about her own doing. */
export type Notice =
  | { what: 'held'; error: ErrorCode }
  | { what: 'outbox_full'; max: number }
  | { what: 'end_failed' }
  | { what: 'contact_failed' };

/** What the panel shows. Components read it, canned ones in the story pages too. */
export interface ChatState {
  open: ReadonlySignal<boolean>;
  screen: ReadonlySignal<Screen>;
  link: ReadonlySignal<Link>;
  /** Why the relay refuses this page, with screen `blocked`. */
  refused: ReadonlySignal<ErrorCode | null>;
  siteName: ReadonlySignal<string>;
  /** Null until the relay said so. */
  available: ReadonlySignal<boolean | null>;
  /** What is told while it is closed; null: open. */
  service: ReadonlySignal<ServiceTold | null>;
  /** What the owner put around the chat; null: nothing (B1). The page may have greeted first (X9). */
  front: Signal<Front | null>;
  /** What is said of what is asked before a chat; the form writes it. */
  intake: Signal<IntakeIn | undefined>;
  outgoing: ReadonlySignal<Outbox>;
  /** The place in the queue, while the conversation waits and there is one to tell. */
  place: ReadonlySignal<QueuePlace | null>;
  /** A message found the queue full and waits for the person's decision. */
  full: ReadonlySignal<boolean>;
  /** Who serves it, or after the end who did. */
  agent: ReadonlySignal<AgentCard | null>;
  /** Back in the queue because the agent was gone. */
  requeued: ReadonlySignal<boolean>;
  thread: ReadonlySignal<readonly ThreadItem[]>;
  agentTyping: ReadonlySignal<boolean>;
  /** New messages nobody looked at. */
  unread: ReadonlySignal<number>;
  /** Not null: new messages make no sound. */
  muted: ReadonlySignal<string | null>;
  /** What this browser keeps of how she likes it. */
  shelf: Shelf;
  /** `none`: no conversation is shown. */
  status: ReadonlySignal<ConversationStatus | 'none'>;
  draft: ReadonlySignal<string>;
  email: ReadonlySignal<string>;
  emailWrong: ReadonlySignal<boolean>;
  /** The address the visitor has left, or null. */
  contact: ReadonlySignal<string | null>;
  /** What the next message answers (C19). */
  quote: Signal<Line | null>;
  canEnd: ReadonlySignal<boolean>;
  /** The conversation ended so recently that writing opens it again. */
  canContinue: ReadonlySignal<boolean>;
  ending: ReadonlySignal<boolean>;
  notice: ReadonlySignal<Notice | null>;
  rating: Rating;
  /** The score given, or null. */
  rated: ReadonlySignal<number | null>;
}

export interface ChatActions {
  setOpen(open: boolean): void;
  write(draft: string): void;
  writeEmail(email: string): void;
  /** Sends the draft; it stays where it is when it cannot be taken. */
  send(): void;
  /** Sends this text, whatever is in the box; false where no more can be kept. */
  say(body: string): boolean;
  leaveEmail(): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Sends what found the queue full, to be answered by e-mail. */
  leaveWithUs(clientId: string): void;
  end(): void;
  continueChat(): void;
  startNew(): void;
  skip(): void;
  mute(on: boolean): void;
  ask: VisitorConnection['send'];
}

/** For the page's side (host-link.ts): the conversation itself, and the way to the relay. */
export interface ChatInside {
  timeline: ReadonlySignal<Timeline | null>;
  heard: ReadonlySignal<boolean>;
  /** The page's tab can be seen. */
  visible: ReadonlySignal<boolean>;
  ask: VisitorConnection['send'];
  /** The secret of this browser, once there is one. */
  token(): string | null;
  /** Milliseconds since 1970 by the relay's clock: the visitor's may be wrong by hours, and what is stored has the relay's times. */
  now(): number;
  /** Where the visitor is. */
  where: PageView['where'];
  /** Asks for what was stored and not told. */
  catchUp(): void;
  /** Holds nothing of what was stored any more. */
  drop(): void;
  /** Looks at what is kept unsent anew: the page names somebody now. */
  reread(): void;
  /** Counts how often another tab signed somebody else in, in the place of whom this page had named. */
  taken: ReadonlySignal<number>;
  /** Set for a moment it greets the relay anew. */
  away: Signal<boolean>;
}

export type Chat = ChatState & ChatActions & ChatInside & { dispose(): void };
