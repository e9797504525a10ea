import type { Question } from '../../protocol/wire/measures.ts';
import { createIds } from '../../server/platform/ids.ts';
import { systemClock } from '../../server/platform/system-clock.ts';
import { systemZones } from '../../server/platform/zone-offset.ts';
import type { Store } from '../../server/store/store.ts';
import type { AgentSubject, Context } from '../../server/usecases/context.ts';
import { countAhead } from '../../server/usecases/count-ahead.ts';
import type { FactDesk } from '../../server/usecases/fact-desk.ts';
import { listMeasureRows } from '../../server/usecases/list-measure-rows.ts';
import { readHistogram } from '../../server/usecases/read-histogram.ts';
import { readHeat, readMeasures, readSeries, readSplit } from '../../server/usecases/read-measures.ts';
import { readPromised } from '../../server/usecases/read-promised.ts';
import { readToday } from '../../server/usecases/read-today.ts';
import { rebuildFacts } from '../../server/usecases/rebuild-facts.ts';
import { median } from '../kit/stats.ts';
import { YEAR } from './fill-history.ts';

export interface Opened {
  report: string;
  /** Packs are in memory, as they are a while after a start; nothing that was counted is. */
  firstMs: number;
  /** Of the processor, all threads together. */
  firstCpuMs: number;
  againMs: number;
  /** Of the processor, when it is opened again: what stays where others use the machine, too. */
  cpuMs: number;
  /** The longest that anything else had to wait meanwhile. */
  turnMs: number;
}

const DAY_MS = 86_400_000;
const question: Question = { ...YEAR, zone: 'Europe/Lisbon', clock: 'calendar' };
/** Nobody: use cases that only read do not look who asks. */
const subject = {} as AgentSubject;

export function contextOf(store: Store, facts?: FactDesk): Context {
  const clock = systemClock;
  return { store, clock, ids: createIds(clock), zones: systemZones, facts } as Context;
}

/** As the relay does after a start: fetches the packs, and counts ahead what is usually asked. */
export async function warmPacks(context: Context): Promise<void> {
  const { store, facts } = context;
  const lines = await store.listPacks();
  const packs = lines.map(({ number, stamp }) => ({ number, stamp, skipped: [], isWhole: false }));
  const order = { name: 'prepare', task: { now: Date.now() }, packs, live: [] } as const;
  await facts?.answer(order, async (number) => (await store.readPack(number)) ?? null);
  for (let next = 0; await countAhead(context, lines, next); next += 1);
}

export async function packHistory(context: Context): Promise<number> {
  const since = performance.now();
  await rebuildFacts(context, { begin: () => {}, made: () => {} });
  return performance.now() - since;
}

/** Each report of a year, the first time and again. */
export async function openReports(context: Context, rounds: number): Promise<Opened[]> {
  const month = { ...question, from: YEAR.to - 30 * DAY_MS };
  const reports: [string, () => Promise<unknown>][] = [
    ['summary', () => readMeasures(context, subject, { question, against: null })],
    ['summary of a month, against the one before', () => againstBefore(context, month)],
    ['by agent', () => readSplit(context, subject, { question, split: 'agent' })],
    ['by page (300)', () => readSplit(context, subject, { question, split: 'page' })],
    ['by segment', () => readSplit(context, subject, { question, split: 'segment' })],
    ['by topic, one language, one agent', () => readSplit(context, subject, { question: narrowed(), split: 'topic' })],
    ['hour × weekday', () => readHeat(context, subject, question)],
    ['day by day', () => readSeries(context, subject, { question, by: 'day' })],
    ['histogram of responses', () => readHistogram(context, subject, { question, of: 'response' })],
    ['rows behind the missed waits', () => listMeasureRows(context, subject, { question, of: 'missed', cursor: null })],
    ['promised waits', () => readPromised(context, subject, { question, linesMax: 200 })],
    ['today beside the usual', () => readToday(context, subject, { zone: question.zone, clock: 'calendar' })],
  ];
  const opened: Opened[] = [];
  for (const [report, open] of reports) {
    const first = await timed(open);
    const again: Timed[] = [];
    for (let round = 0; round < rounds; round += 1) again.push(await timed(open));
    const againMs = median(again.map(({ ms }) => ms));
    const turnMs = median(again.map((one) => one.turnMs));
    const cpuMs = median(again.map((one) => one.cpuMs));
    opened.push({ report, firstMs: first.ms, firstCpuMs: first.cpuMs, againMs, cpuMs, turnMs });
  }
  return opened;
}

function narrowed(): Question {
  return { ...question, language: 'en', agent: 'agent-7' };
}

function againstBefore(context: Context, month: Question) {
  const against = { from: month.from - 30 * DAY_MS, to: month.from };
  return readMeasures(context, subject, { question: month, against });
}

interface Timed {
  ms: number;
  cpuMs: number;
  turnMs: number;
}

async function timed(work: () => Promise<unknown>): Promise<Timed> {
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  let [last, turnMs, running] = [begun, 0, true];
  const look = () => {
    turnMs = Math.max(turnMs, performance.now() - last);
    last = performance.now();
    if (running) setImmediate(look);
  };
  setImmediate(look);
  await work();
  running = false;
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1_000, turnMs: Math.max(turnMs, performance.now() - last) };
}
