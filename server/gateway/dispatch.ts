import type { Clock } from '../../protocol/kit/clock.ts';
import { type Answer, refusal } from '../../protocol/wire/errors.ts';
import { COMMAND_MS_MAX, COMMANDS_UNDER_WAY_MAX, UNAVAILABLE_RETRY_MS } from '../../protocol/wire/limits.ts';
import type { Report } from '../observe/report.ts';
import type { AgentSubject, Context, Done, Notice, VisitorSubject } from '../usecases/context.ts';
import type { RateLimit } from '../usecases/limit-rate.ts';
import { every } from './every.ts';

import { parse, refusalOf, tooFast } from './refuse.ts';
import type { Row, Rows } from './rows.ts';

/** The connection that asks: counts what it has under way, and is not told what its own answer says. */
export interface Asker {
  /** Null over HTTP. */
  socketId: string | null;
  underWay: number;
}

export interface Told {
  exceptSocket: string | null;
  /** The place of the asker's own message, which it knows from its answer. */
  ownSeq: number | null;
}

export interface DispatchParts {
  context: Context;
  clock: Clock;
  limiters: { visitorSend: RateLimit; agentSend: RateLimit; signal: RateLimit };
  tell(notices: Notice[], told: Told): void;
  wakeRouting(): void;
  report: Report;
  requestId(): string;
}

export interface Dispatch {
  /** Answers always, and never rejects, whatever was sent. */
  run<Subject extends VisitorSubject | AgentSubject>(
    rows: Rows<Subject>,
    subject: Subject,
    name: unknown,
    payload: unknown,
    asker: Asker,
  ): Promise<Answer<unknown>>;
  /** Runs one use case outside of the table (sign-in, reports) behind the same wrapper. */
  guard<Out>(what: string, job: () => Promise<Done<Out>>): Promise<Answer<Out>>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  stop(): void;
}

interface UnderWay {
  what: string;
  until: number;
  expire(): void;
}

const OVERDUE_EVERY_MS = 250;
const NOBODY: Told = { exceptSocket: null, ownSeq: null };

/** The one wrapper round everything that a client can cause (D9). */
export function createDispatch(parts: DispatchParts): Dispatch {
  const { context, clock, limiters, report } = parts;
  // In order of their deadlines, because all of them get the same time: one sweep instead of a timer for each command.
  const underWay = new Set<UnderWay>();
  let onIdle: (() => void) | null = null;
  const stop = every(clock, OVERDUE_EVERY_MS, expireOverdue, () => {});

  function expireOverdue() {
    const now = clock.now();
    for (const one of underWay) {
      if (one.until > now) return;
      underWay.delete(one);
      report({ kind: 'command_hung', command: one.what, requestId: parts.requestId() });
      one.expire();
    }
  }

  function budgetOf(subject: VisitorSubject | AgentSubject, bucket: 'send' | 'signal'): number {
    if (subject.kind === 'visitor') {
      return (bucket === 'send' ? limiters.visitorSend : limiters.signal).take(subject.visitorId);
    }
    return (bucket === 'send' ? limiters.agentSend : limiters.signal).take(subject.agent.id);
  }

  /** Everything of a use case that can go wrong after it was called. Told even when its asker was given up. */
  async function perform(what: string, job: () => Promise<Done<unknown>>, asker: Asker | null) {
    try {
      const done = await job();
      try {
        parts.tell(done.notices, asker ? { exceptSocket: asker.socketId, ownSeq: seqOf(done.answer) } : NOBODY);
        if (done.wakeRouting) parts.wakeRouting();
      } catch (error) {
        // It is stored: the answer stands, and readers that were not told find out by the next heads.
        report({ kind: 'command_failed', command: what, requestId: parts.requestId(), error });
      }
      return done.answer;
    } catch (error) {
      report({ kind: 'command_failed', command: what, requestId: parts.requestId(), error });
      return refusalOf(error);
    }
  }

  function withDeadline(what: string, job: () => Promise<Done<unknown>>, asker: Asker | null) {
    return new Promise<Answer<unknown>>((resolve) => {
      const until = clock.now() + COMMAND_MS_MAX;
      const one = { what, until, expire: () => resolve(hung()) };
      underWay.add(one);
      if (asker) asker.underWay += 1;
      void perform(what, job, asker).then((answer) => {
        if (asker) asker.underWay -= 1;
        underWay.delete(one);
        resolve(answer);
        if (underWay.size === 0) onIdle?.();
      });
    });
  }

  /** Budget, then form, then the use case: what is cheap comes first. */
  async function answer(
    row: Row<unknown, unknown, unknown> | undefined,
    subject: VisitorSubject | AgentSubject,
    name: string,
    payload: unknown,
    asker: Asker,
  ): Promise<Answer<unknown>> {
    if (asker.underWay >= COMMANDS_UNDER_WAY_MAX) return tooFast(UNAVAILABLE_RETRY_MS);
    const waitMs = budgetOf(subject, row?.bucket ?? 'signal');
    if (waitMs > 0) return tooFast(waitMs);
    if (!row) return refusal('unknown_command', { hint: 'docs/protocol.md lists the commands.' });
    const checked = parse(row.schema, payload);
    if (!checked.ok) return checked;
    return withDeadline(name, () => row.run(context, subject, checked.input), asker);
  }

  return {
    async run(rows, subject, name, payload, asker) {
      const row = typeof name === 'string' ? rows.get(name) : undefined;
      const known = row ? (name as string) : '(unknown)';
      try {
        return await answer(row as Row<unknown, unknown, unknown> | undefined, subject, known, payload, asker);
      } catch (error) {
        report({ kind: 'command_failed', command: known, requestId: parts.requestId(), error });
        return refusalOf(error);
      }
    },
    guard: <Out>(what: string, job: () => Promise<Done<Out>>) => withDeadline(what, job, null) as Promise<Answer<Out>>,
    idle: () => (underWay.size === 0 ? Promise.resolve() : new Promise<void>((resolve) => (onIdle = resolve))),
    stop,
  };
}

function hung(): Answer<never> {
  const hint = 'No answer in time; whether it was stored is unknown. Ask again with the same clientId.';
  return refusal('unavailable', { retryAfterMs: UNAVAILABLE_RETRY_MS, hint });
}

function seqOf(answer: Answer<unknown>): number | null {
  if (!answer.ok || typeof answer.value !== 'object' || answer.value === null) return null;
  return 'seq' in answer.value && typeof answer.value.seq === 'number' ? answer.value.seq : null;
}
