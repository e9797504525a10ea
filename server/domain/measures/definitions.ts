import type { CodeColumn, FactColumns, LengthColumn } from './columns.ts';
import type { Aim, Judgement } from './judgement.ts';
import { judgeComplaint, judgeFirstContact, judgeReopened } from './solved.ts';

/** M10: where nobody set a target. */
export const TARGET_MS_USUAL = 60_000;

/**
 * One length of each row: of an episode, or of a wait. `value` is coded as in columns; 0 does not count. Rows that have not
 * `ended` are known only as "longer than" (M11).
 */
export interface LengthDefinition {
  over: 'episode' | 'wait';
  value(columns: FactColumns): LengthColumn;
  /** Taken off the value. */
  less?(columns: FactColumns): LengthColumn;
  ended(columns: FactColumns): Uint8Array;
  /** Only rows where it is set. */
  only?(columns: FactColumns): Uint8Array;
}

const wait = (value: (columns: FactColumns) => LengthColumn): LengthDefinition => ({
  over: 'wait',
  value,
  ended: (columns) => columns.waitAnswered,
});
const first = (value: (columns: FactColumns) => LengthColumn): LengthDefinition => ({
  ...wait(value),
  only: (columns) => columns.waitFirst,
});
const episode = (
  value: (columns: FactColumns) => LengthColumn,
  ended: (columns: FactColumns) => Uint8Array,
): LengthDefinition => ({ over: 'episode', value, ended });

/** Every length that figures show, once: for the figure, for its histogram and for the rows behind it. */
export const LENGTHS = {
  firstResponse: first((c) => c.wait),
  firstResponseInHours: first((c) => c.waitInHours),
  response: wait((c) => c.wait),
  responseInHours: wait((c) => c.waitInHours),
  responseWithoutQueue: { ...wait((c) => c.wait), less: (c) => c.waitQueue },
  queue: episode(
    (c) => c.queue,
    (c) => c.isServed,
  ),
  queueInHours: episode(
    (c) => c.queueInHours,
    (c) => c.isServed,
  ),
  resolution: episode(
    (c) => c.resolution,
    (c) => c.isClosed,
  ),
  resolutionInHours: episode(
    (c) => c.resolutionInHours,
    (c) => c.isClosed,
  ),
  handling: episode(
    (c) => c.handling,
    (c) => c.isClosed,
  ),
  /** M9: one that did not end resolved lasted longer than it has until now. */
  complaintTime: {
    ...episode(
      (c) => c.resolution,
      (c) => c.isResolved,
    ),
    only: (c) => c.isComplaint,
  },
} as const satisfies Record<string, LengthDefinition>;
export type LengthName = keyof typeof LENGTHS;

/** A length less another one, both coded. */
export function lengthOf(coded: number, less: number): number {
  return Math.max(0, coded - less);
}

/** A share of rows: how many of those that count are hits. */
export interface ShareDefinition {
  over: 'episode' | 'wait';
  judge(columns: FactColumns, row: number, aim: Aim, episode: number): Judgement;
  /** What of the aim it looks at; of all others each row is judged once. */
  by?: 'target' | 'age';
}

const SATISFIED_SCORE_MIN = 4;
const ABANDONED = [3, 4];

/** Every count and share, once. */
export const SHARES = {
  /** M10: a wait that still runs counts once its target has passed. */
  serviceLevel: { over: 'wait', judge: judgeServiceLevel, by: 'target' },
  csat: {
    over: 'episode',
    judge: ({ score }, row) => judged(at(score, row) > 0, at(score, row) >= SATISFIED_SCORE_MIN),
  },
  /** Everybody whose episode ended could have answered. */
  responseRate: {
    over: 'episode',
    judge: ({ isClosed, score }, row) => judged(at(isClosed, row) === 1, at(score, row) > 0),
  },
  answered: { over: 'episode', judge: ({ isAnswered }, row) => judged(true, at(isAnswered, row) === 1) },
  ended: { over: 'episode', judge: ({ isClosed }, row) => judged(true, at(isClosed, row) === 1) },
  abandonedShare: {
    over: 'episode',
    judge: ({ outcome }, row) => judged(at(outcome, row) > 0, ABANDONED.includes(at(outcome, row))),
  },
  resolvedShare: { over: 'episode', judge: ({ outcome }, row) => judged(at(outcome, row) > 0, at(outcome, row) === 1) },
  firstContact: { over: 'episode', judge: judgeFirstContact, by: 'age' },
  reopened: { over: 'episode', judge: judgeReopened, by: 'age' },
  complaints: { over: 'episode', judge: judgeComplaint, by: 'age' },
} as const satisfies Record<string, ShareDefinition>;
export type ShareName = keyof typeof SHARES;
/** Those of episodes, in one order. */
export const EPISODE_SHARES = (Object.keys(SHARES) as ShareName[]).filter((name) => SHARES[name].over === 'episode');

function judgeServiceLevel(columns: FactColumns, row: number, aim: Aim, episode: number): Judgement {
  const ms = at(aim.clock === 'business' ? columns.waitInHours : columns.wait, row) - 1;
  const own = at(columns.target, episode);
  const targetMs = aim.targetMs ?? (own === 0 ? TARGET_MS_USUAL : own - 1);
  if (at(columns.waitAnswered, row) === 1) return ms <= targetMs ? 2 : 1;
  return at(columns.isClosed, episode) === 0 && ms <= targetMs ? 0 : 1;
}

function judged(counts: boolean, hits: boolean): Judgement {
  return counts ? (hits ? 2 : 1) : 0;
}

/** Rows are there by construction. */
export function at(column: LengthColumn | CodeColumn | Uint8Array, row: number): number {
  return column[row] as number;
}
