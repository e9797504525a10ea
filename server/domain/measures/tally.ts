import { CSAT_ANSWERS_MIN } from '../../../protocol/wire/limits.ts';
import {
  CAUSES,
  type KnownShare,
  type Lengths,
  type Measures,
  type Satisfaction,
  type Share,
} from '../../../protocol/wire/measures.ts';
import type { Csat } from '../../../protocol/wire/report.ts';
import { readCsat, readWilson } from '../rating.ts';
import { OUTCOMES } from './columns.ts';
import { LENGTHS, type LengthName, SHARES, type ShareName } from './definitions.ts';
import { Survival } from './survival.ts';

export const LENGTH_NAMES = Object.keys(LENGTHS) as LengthName[];
export const SHARE_NAMES = Object.keys(SHARES) as ShareName[];

/** What was counted of one group, or of several together: only what was asked for. */
export interface Tally {
  lengths: Partial<Record<LengthName, Lengths>>;
  shares: Partial<Record<ShareName, KnownCount>>;
  /** By code. */
  outcomes: number[];
  causes: number[];
  scores: [number, number, number, number, number];
  /** Of one agent: her part of the answers and of the good ones (M6). */
  credited: Count | null;
}

export interface Count {
  hits: number;
  n: number;
}

/** `unknown`: too young to tell. */
export interface KnownCount extends Count {
  unknown: number;
}

const NO_COUNT: KnownCount = { hits: 0, n: 0, unknown: 0 };
const NO_LENGTHS: Lengths = new Survival(0).read({ n: 0, answered: 0, sumMs: 0 }, 0);

/** `nameless`: how often each score was given without a name; null: nobody knows that of this group (K9). */
export function readTally(tally: Tally, nameless: Csat['scores'] | null): Measures {
  const { outcomes, causes } = tally;
  const shares = countsOf(tally);
  const anonymous = nameless ? sumOf(nameless) : 0;
  const length = (name: LengthName) => tally.lengths[name] ?? NO_LENGTHS;
  // Lengths within hours were counted only where hours were ever set: the second clock would only repeat the first.
  const inHours = (name: LengthName) => tally.lengths[name] ?? null;
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

function countsOf({ shares }: Tally): Record<ShareName, KnownCount> {
  const found = SHARE_NAMES.map((name) => [name, shares[name] ?? NO_COUNT] as const);
  return Object.fromEntries(found) as Record<ShareName, KnownCount>;
}

function toShare({ hits, n }: { hits: number; n: number }): Share {
  const interval = n === 0 ? { low: null, high: null } : readWilson(hits, n);
  return { hits, n, share: n === 0 ? null : hits / n, ...interval, few: n < CSAT_ANSWERS_MIN };
}

/** With those that are too young to tell. */
function toKnown(counts: KnownCount): KnownShare {
  return { ...toShare(counts), unknown: counts.unknown };
}

function sumOf(scores: Csat['scores']): number {
  return scores.reduce((sum, count) => sum + count, 0);
}

/** They stand at the noon of their day, their episodes do not: in a short period there may be more answers than ends. */
function withAnswers({ hits, n }: Count, more: number): Count {
  return { hits: hits + more, n: Math.max(n, hits + more) };
}

function toSatisfaction({ scores, shares, credited }: Tally, nameless: Csat['scores'] | null): Satisfaction {
  const anonymous = nameless && sumOf(nameless);
  const all = scores.map((count, index) => count + (nameless?.[index] ?? 0)) as Csat['scores'];
  const csat = readCsat(all, withAnswers(shares.responseRate ?? NO_COUNT, anonymous ?? 0).n);
  if (credited === null) return { ...csat, credited: csat.answers, anonymous };
  const { share, low, high } = toShare(credited);
  return { ...csat, share, low, high, credited: credited.n, anonymous };
}

function named<Name extends string>(names: readonly Name[], counts: readonly number[]): Partial<Record<Name, number>> {
  const found = names.map((name, index) => [name, counts[index + 1] ?? 0] as const);
  return Object.fromEntries(found.filter(([, count]) => count > 0)) as Partial<Record<Name, number>>;
}
