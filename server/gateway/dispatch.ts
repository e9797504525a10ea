import type { Clock } from '../../protocol/kit/clock.ts';
import { failpoint } from '../../protocol/kit/failpoint.ts';
import { type Answer, type Refusal, refusal } from '../../protocol/wire/errors.ts';
import { COMMANDS_UNDER_WAY_MAX, UNAVAILABLE_RETRY_MS } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { Report } from '../observe/report.ts';
import type { AgentSubject, Context, Done, Notice, VisitorSubject } from '../usecases/context.ts';
import type { RateLimit } from '../usecases/limit-rate.ts';
import type { LoadShed } from '../usecases/shed-load.ts';
import { Deadlines } from './deadlines.ts';
import { parse, refusalOf, tooFast } from './refuse.ts';
import type { Row, Rows } from './rows.ts';
import { SendPace } from './send-pace.ts';

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
  limiters: { [Of in 'visitorSend' | 'agentSend' | 'visitorSignal' | 'agentSignal']: RateLimit };
  load: Pick<LoadShed, 'refuseCommand'>;
  tell(notices: Notice[], told: Told): void;
  wakeRouting(): void;
  report: Report;
  requestId(): string;
  /** J9: the team does not want to hear from this visitor. */
  isBlocked?(subject: VisitorSubject): boolean;
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
  /** How long messages wait to be stored, ms: the oldest by now, or all at the pace since it was asked last. */
  takeSendMs(): number;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  stop(): void;
}

type AnyRow = Row<unknown, unknown, unknown>;
type Job = () => Promise<Done<unknown>>;

/** What a visitor says or does to somebody else, on whatever carrier (J9); what she reads of her own stays hers. */
const SPEAKING: ReadonlySet<string> = new Set([
  'conversation:open',
  'message:send',
  'conversation:rate',
  'conversation:contact',
  'typing:set',
  'visitor:describe',
  'visitor:track',
  'visitor:trail',
  'transcript:request',
  'file:send',
  // A block that forgets whom is none.
  'own:erase',
]);
const BLOCKED = { hint: 'The team of this site takes nothing from this visitor for now.' };

const NOBODY: Told = { exceptSocket: null, ownSeq: null };

/** The one wrapper round everything that a client can cause (D9). */
export function createDispatch(parts: DispatchParts): Dispatch {
  const { context, clock, report } = parts;
  const deadlines = new Deadlines(clock);
  const sends = new SendPace(deadlines);

  /** Everything of a use case that can go wrong after it was called. Told even when its asker was given up. */
  async function perform(what: string, job: Job, asker: Asker | null) {
    try {
      const { answer, notices, wakeRouting = false, broke } = await job();
      if (broke !== undefined) failed(parts, what, broke);
      try {
        broadcast(parts, asker, answer, notices, wakeRouting);
      } catch (error) {
        // It is stored: the answer stands, and readers that were not told find out by the next heads.
        report({ kind: 'command_failed', command: what, requestId: parts.requestId(), error });
      }
      return answer;
    } catch (error) {
      return failed(parts, what, error);
    }
  }

  /** `budget` gets its turn of `sender` back where the database is away: it must not use up what people may say later. */
  function withDeadline(what: string, job: Job, asker: Asker | null, budget?: RateLimit, sender = '') {
    return new Promise<Answer<unknown>>((resolve) => {
      const one = deadlines.begin(what, () => {
        report({ kind: 'command_hung', command: what, requestId: parts.requestId() });
        resolve(hung());
      });
      if (asker) asker.underWay += 1;
      sends.began(what);
      void perform(what, job, asker).then((answer) => {
        if (asker) asker.underWay -= 1;
        sends.ended(what);
        deadlines.done(one);
        if (budget && !answer.ok && answer.error === 'unavailable') budget.giveBack(sender);
        resolve(answer);
      });
    });
  }

  /** Load, budget, then form, then the use case: what is cheap comes first. */
  function answer(
    row: AnyRow | undefined,
    subject: VisitorSubject | AgentSubject,
    name: string,
    payload: unknown,
    asker: Asker,
  ): Refusal | Promise<Answer<unknown>> {
    const early = refuseEarly(parts, row, subject, name, asker);
    if (early) return early;
    if (!row) return refusal('unknown_command', { hint: 'docs/protocol.md lists the commands.' });
    if (!isAllowed(row, subject)) return refusal('forbidden', { hint: `Your role may not do this: ${row.may}.` });
    if (subject.kind === 'visitor' && SPEAKING.has(name) && parts.isBlocked?.(subject))
      return refusal('blocked', BLOCKED);
    const checked = parse(row.schema, payload);
    if (!checked.ok) return checked;
    const budget = budgetOf(parts.limiters, subject, row.bucket);
    return withDeadline(name, () => row.run(context, subject, checked.input), asker, budget, idOf(subject));
  }

  return {
    run(rows, subject, name, payload, asker) {
      const row = typeof name === 'string' ? rows.get(name) : undefined;
      const known = row ? (name as string) : '(unknown)';
      try {
        return Promise.resolve(answer(row as AnyRow | undefined, subject, known, payload, asker));
      } catch (error) {
        return Promise.resolve(failed(parts, known, error));
      }
    },
    guard: <Out>(what: string, job: () => Promise<Done<Out>>) => withDeadline(what, job, null) as Promise<Answer<Out>>,
    takeSendMs: () => sends.takeMs(),
    idle: () => deadlines.idle(),
    stop: () => deadlines.stop(),
  };
}

function failed(parts: DispatchParts, command: string, error: unknown): Refusal {
  parts.report({ kind: 'command_failed', command, requestId: parts.requestId(), error });
  return refusalOf(error);
}

/** T1. Visitors have no roles, and their rows ask for none. */
function isAllowed(row: Row<unknown, unknown, unknown>, subject: VisitorSubject | AgentSubject): boolean {
  return row.may === undefined || (subject.kind === 'agent' && may(subject.agent, row.may));
}

/** What needs no look at the payload. */
function refuseEarly(
  parts: DispatchParts,
  row: AnyRow | undefined,
  subject: VisitorSubject | AgentSubject,
  name: string,
  asker: Asker,
): Refusal | undefined {
  const bucket = row?.bucket ?? 'signal';
  const shed = parts.load.refuseCommand(subject.kind, name, bucket === 'send');
  if (shed) return shed;
  if (asker.underWay >= COMMANDS_UNDER_WAY_MAX) return tooFast(UNAVAILABLE_RETRY_MS);
  const waitMs = budgetOf(parts.limiters, subject, bucket).take(idOf(subject));
  return waitMs > 0 ? tooFast(waitMs) : undefined;
}

/** Others hear of it before the asker does; the database had it before both. */
function broadcast(
  parts: DispatchParts,
  asker: Asker | null,
  answer: Answer<unknown>,
  notices: Notice[],
  wakeRouting: boolean,
): void {
  failpoint('after_ack_before_broadcast');
  parts.tell(notices, asker ? { exceptSocket: asker.socketId, ownSeq: seqOf(answer) } : NOBODY);
  if (wakeRouting) parts.wakeRouting();
  failpoint('after_broadcast_before_ack');
}

function budgetOf(
  limiters: DispatchParts['limiters'],
  subject: VisitorSubject | AgentSubject,
  bucket: 'send' | 'signal',
): RateLimit {
  if (bucket === 'signal') return subject.kind === 'visitor' ? limiters.visitorSignal : limiters.agentSignal;
  return subject.kind === 'visitor' ? limiters.visitorSend : limiters.agentSend;
}

function idOf(subject: VisitorSubject | AgentSubject): string {
  return subject.kind === 'visitor' ? subject.visitorId : subject.agent.id;
}

function hung(): Answer<never> {
  const hint = 'No answer in time; whether it was stored is unknown. Ask again with the same clientId.';
  return refusal('unavailable', { retryAfterMs: UNAVAILABLE_RETRY_MS, hint });
}

function seqOf(answer: Answer<unknown>): number | null {
  if (!answer.ok || typeof answer.value !== 'object' || answer.value === null) return null;
  return 'seq' in answer.value && typeof answer.value.seq === 'number' ? answer.value.seq : null;
}
