import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Outbox } from '../../protocol/client/outbox.ts';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { Front, IntakeIn } from '../../protocol/wire/front.ts';
import type { HostFacts } from './host-events.ts';
import type { Link } from './link.ts';
import type { SubjectOf, VisitorConnection } from './ports.ts';

/** What the page's commands act on. */
export interface HostChat extends HostFacts {
  link: ReadonlySignal<Link>;
  setOpen(open: boolean): void;
  write(draft: string): void;
  /** Sends this text; false where no more can be kept. */
  say(text: string): boolean;
  ask: VisitorConnection['send'];
  away: Signal<boolean>;
  taken: ReadonlySignal<number>;
  reread(): void;
  outgoing: ReadonlySignal<Outbox>;
  front: Signal<Front | null>;
  intake: Signal<IntakeIn | undefined>;
}

/** What the page's commands need of the browser. */
export interface HostPorts {
  setLocale(locale: string): void;
  /** False: the browser opened no window. */
  popOut(): boolean;
  /** Runs it in a task of the page's own, so that its mistakes are its own too. */
  soon(run: () => void): void;
  warn(text: string): void;
  after: Clock['after'];
  subjectOf: SubjectOf;
  /** Forgets all that this browser holds, begins anew, and says these. */
  restart(calls: readonly [verb: string, ...values: unknown[]][], open: boolean): void;
}
