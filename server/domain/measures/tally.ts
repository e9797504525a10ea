import { CSAT_ANSWERS_MIN } from '../../../protocol/wire/limits.ts';
import {
  CAUSES,
  type KnownShare,
  type Measures,
  type Satisfaction,
  type Share,
} from '../../../protocol/wire/measures.ts';
import type { Csat } from '../../../protocol/wire/report.ts';
import { readCsat, readWilson } from '../rating.ts';
import { OUTCOMES } from './columns.ts';
import { LENGTHS, type LengthName, SHARES, type ShareName } from './definitions.ts';
import { ExactTally, type LengthTally, SketchTally } from './length-tally.ts';

export const LENGTH_NAMES = Object.keys(LENGTHS) as LengthName[];
export const SHARE_NAMES = Object.keys(SHARES) as ShareName[];

/** What was counted of one group so far. */
export interface Tally {
  lengths: Record<LengthName, LengthTally>;
  shares: Record<ShareName, { hits: number; n: number; unknown: number }>;
  /** By code. */
  outcomes: number[];
  causes: number[];
  scores: [number, number, number, number, number];
  /** Of one agent: her part of the answers and of the good ones (M6). */
  credited: { n: number; hits: number } | null;
}

export function createTally(isExact: boolean): Tally {
  const each = <Name extends string, T>(names: Name[], make: () => T) =>
    Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, T>;
  return {
    lengths: each(LENGTH_NAMES, () => (isExact ? new ExactTally() : new SketchTally())),
    shares: each(SHARE_NAMES, () => ({ hits: 0, n: 0, unknown: 0 })),
    outcomes: new Array<number>(OUTCOMES.length + 1).fill(0),
    causes: new Array<number>(CAUSES.length + 1).fill(0),
    scores: [0, 0, 0, 0, 0],
    credited: null,
  };
}

/** `hasHours`: hours were set at some time; without them the second clock would only repeat the first. */
/** `nameless`: how often each score was given without a name; null: nobody knows that of this group (K9). */
export function readTally(tally: Tally, hasHours: boolean, nameless: Csat['scores'] | null): Measures {
  const { shares, outcomes, causes } = tally;
  const anonymous = nameless ? sumOf(nameless) : 0;
  const length = (name: LengthName) => tally.lengths[name].read();
  const inHours = (name: LengthName) => (hasHours ? length(name) : null);
  const abandoned = shares.abandonedShare.hits;
  return {
    episodes: shares.ended.n,
    answered: shares.answered.hits,
    abandoned,
    open: shares.ended.n - shares.ended.hits,
    ended: shares.ended.hits,
    firstResponse: length('firstResponse'),
    firstResponseInHours: inHours('firstResponseInHours'),
    response: length('response'),
    responseInHours: inHours('responseInHours'),
    responseWithoutQueue: length('responseWithoutQueue'),
    queue: length('queue'),
    queueInHours: inHours('queueInHours'),
    resolution: length('resolution'),
    resolutionInHours: inHours('resolutionInHours'),
    handling: length('handling'),
    serviceLevel: toShare(shares.serviceLevel),
    csat: toSatisfaction(tally, nameless),
    responseRate: toShare(withAnswers(shares.responseRate, anonymous)),
    outcomes: named(OUTCOMES, outcomes),
    causes: named(CAUSES, causes),
    abandonedShare: toShare(shares.abandonedShare),
    resolvedShare: toShare(shares.resolvedShare),
    firstContact: toKnown(shares.firstContact),
    reopened: toKnown(shares.reopened),
    complaints: toKnown(shares.complaints),
    complaintTime: length('complaintTime'),
  };
}

function toShare({ hits, n }: { hits: number; n: number }): Share {
  const interval = n === 0 ? { low: null, high: null } : readWilson(hits, n);
  return { hits, n, share: n === 0 ? null : hits / n, ...interval, few: n < CSAT_ANSWERS_MIN };
}

/** With those that are too young to tell. */
function toKnown(counts: { hits: number; n: number; unknown: number }): KnownShare {
  return { ...toShare(counts), unknown: counts.unknown };
}

function sumOf(scores: Csat['scores']): number {
  return scores.reduce((sum, count) => sum + count, 0);
}

/** They stand at the noon of their day, their episodes do not: in a short period there may be more answers than ends. */
function withAnswers({ hits, n }: { hits: number; n: number }, more: number) {
  return { hits: hits + more, n: Math.max(n, hits + more) };
}

function toSatisfaction({ scores, shares, credited }: Tally, nameless: Csat['scores'] | null): Satisfaction {
  const anonymous = nameless && sumOf(nameless);
  const all = scores.map((count, index) => count + (nameless?.[index] ?? 0)) as Csat['scores'];
  const csat = readCsat(all, withAnswers(shares.responseRate, anonymous ?? 0).n);
  if (credited === null) return { ...csat, credited: csat.answers, anonymous };
  const { share, low, high } = toShare(credited);
  return { ...csat, share, low, high, credited: credited.n, anonymous };
}

function named<Name extends string>(names: readonly Name[], counts: readonly number[]): Partial<Record<Name, number>> {
  const found = names.map((name, index) => [name, counts[index + 1] ?? 0] as const);
  return Object.fromEntries(found.filter(([, count]) => count > 0)) as Partial<Record<Name, number>>;
}

/** Adds one group to another, as far as groups add up: answers of one agent each are theirs alone. */
export function addTally(target: Tally, tally: Tally): void {
  for (const name of LENGTH_NAMES) tally.lengths[name].addTo(target.lengths[name]);
  for (const name of SHARE_NAMES) {
    target.shares[name].hits += tally.shares[name].hits;
    target.shares[name].n += tally.shares[name].n;
    target.shares[name].unknown += tally.shares[name].unknown;
  }
  for (const part of ['outcomes', 'causes', 'scores'] as const) {
    for (const [code, count] of tally[part].entries()) target[part][code] = (target[part][code] ?? 0) + count;
  }
  if (!tally.credited) return;
  target.credited ??= { n: 0, hits: 0 };
  target.credited.n += tally.credited.n;
  target.credited.hits += tally.credited.hits;
}
