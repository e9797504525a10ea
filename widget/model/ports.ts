import type { Connection } from '../../protocol/client/connection.ts';
import type { Lead } from '../../protocol/client/lead.ts';
import type { OpenOutbox } from '../../protocol/client/outbox-keep.ts';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { Random } from '../../protocol/kit/random.ts';
import type { Work } from '../../protocol/wire/errors.ts';
import type { Page, VisitorCommands, VisitorFacts, VisitorHello } from '../../protocol/wire/events.ts';

/** Small texts by name. Never throws: where the browser denies storage it keeps them in memory. */
export interface Shelf {
  read(name: string): string | null;
  /** Null takes it away. */
  write(name: string, text: string | null): void;
  names(): string[];
  /** Another tab wrote or took away this name. */
  listen(changed: (name: string) => void): () => void;
}

export interface PageView {
  isVisible(): boolean;
  /** Where the visitor is, for the agent; undefined where there is no address to tell. */
  where(): Page | undefined;
  /**
   * `shown` and `hidden`: the tab. `back`: network, focus or a page from the back-forward cache returned. `away`: the
   * page is put to sleep, or left.
   */
  listen(changed: (what: 'shown' | 'hidden' | 'back' | 'away') => void): () => void;
}

export type VisitorConnection = Connection<VisitorCommands, VisitorFacts>;

/** Signed tokens, as the page hands them over. */
export interface Who {
  identity?: string | undefined;
}

/** Whom a signed token names, as it says itself; undefined for what is none. */
export type SubjectOf = (token: unknown) => string | undefined;

export interface ChatPorts {
  clock: Clock;
  random: Random;
  /** 128 random bits as text (A–Z a–z 0–9 _ -). */
  newClientId(): string;
  /** Shared by all tabs of this site, survives the browser. */
  shelf: Shelf;
  /** Unsent messages, shared by all tabs of this site, and who of them sends. */
  outbox: OpenOutbox;
  lead: Lead;
  /** In one tab at a time: the others come after the promise has settled. */
  alone(run: () => Promise<void>): void;
  /** This tab's own, survives a reload. */
  tab: Shelf;
  page: PageView;
  site: string;
  /** Whom the page has named with a signed token, and what was said of it in the last hello (I3). */
  who: Who;
  subjectOf: SubjectOf;
  /** `isAwaited`: somebody looks, or has something to send. */
  connect(hello: () => VisitorHello, isAwaited: () => boolean): VisitorConnection;
  /** Works at what the relay asks for before a conversation (J18). Rejects where that cannot be done now. */
  work(asked: Work): Promise<number>;
  /** The day of an instant where the visitor is, as a text that differs between days. */
  dayOf(at: number): string;
}
