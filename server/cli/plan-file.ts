import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AGENT_CAPACITY_MAX } from '../../protocol/wire/limits.ts';
import { type OpenMinutes, readMinutes } from '../domain/hours/calendar.ts';
import { DAY_MINUTES, MINUTE_MS } from '../domain/hours/civil.ts';
import type { Lengths } from '../domain/simulate/lengths.ts';
import type { Plan, PlannedAgent } from '../domain/simulate/plan.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { messageOf } from './installation.ts';
import { simulateStrings as strings } from './strings-of-simulate.ts';

/** What a plan says besides what has a default. */
export type DraftPlan = Omit<Plan, 'days'> & { days: number | null };

export const DEFAULT_SEED = 1;
export const DEFAULT_TARGET_SECONDS = 60;
const HOUR_RATE_MAX = 100_000;

const minutes = z.number().positive().max(10_000);
const rate = z.number().min(0).max(HOUR_RATE_MAX);
const lengths = z
  .union([
    minutes,
    z.array(minutes).min(1).max(100_000),
    z.object({ mean: minutes, spread: z.enum(['exponential', 'fixed']) }),
  ])
  .transform(toLengths);
const clock = z.string().refine((text) => readMinutes(text) !== undefined, 'No time of the day. Write it like 09:00.');
const hours = z.string().transform((text, context) => {
  const read = readShift(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: strings.hours(text) });
  return z.NEVER;
});
const agent = z.strictObject({
  name: z.string().min(1).max(80),
  count: z.number().int().min(1).max(1_000).default(1),
  capacity: z.number().int().min(1).max(AGENT_CAPACITY_MAX),
  shifts: z.array(hours).min(1).max(20),
});

const planFile = z.strictObject({
  visitorsPerHour: z.union([rate, z.record(clock, rate)]),
  handlingMinutes: lengths,
  patienceMinutes: lengths.nullable().default(null),
  queueMax: z.number().int().min(0).nullable().default(null),
  targetSeconds: z.number().positive().max(86_400).default(DEFAULT_TARGET_SECONDS),
  days: z.number().int().min(1).max(100_000).nullable().default(null),
  seed: z.number().int().default(DEFAULT_SEED),
  agents: z.array(agent).max(1_000),
});

/** Reads a plan as docs/simulate.md shows it; a fault is told with the place where it stands. */
export function readPlanFile(file: string): DraftPlan {
  const parsed = planFile.safeParse(readJson(file));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new CommandEnd(
      EXIT.wrongUse,
      strings.faulty(file, (issue?.path ?? []).join('.'), issue?.message ?? strings.missing),
    );
  }
  const { visitorsPerHour, handlingMinutes, patienceMinutes, queueMax, targetSeconds, days, seed } = parsed.data;
  return {
    seed,
    days,
    arrivals: stepsOf(visitorsPerHour),
    handling: handlingMinutes,
    patience: patienceMinutes,
    queueMax,
    targetMs: targetSeconds * 1_000,
    agents: parsed.data.agents.flatMap(asMany),
  };
}

/** `08:00-16:00`; `22:00-06:00` passes midnight. */
export function readShift(text: string): OpenMinutes | undefined {
  const [from = '', to = '', more] = text.split('-');
  const [begin, end] = [readMinutes(from), readMinutes(to)];
  if (begin === undefined || end === undefined || more !== undefined || begin === end) return undefined;
  return begin === DAY_MINUTES ? undefined : { from: begin, to: end > begin ? end : end + DAY_MINUTES };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandEnd(EXIT.wrongUse, strings.unreadable(file, messageOf(error)));
  }
}

function stepsOf(perHour: number | Record<string, number>): Plan['arrivals'] {
  if (typeof perHour === 'number') return [{ from: 0, perHour }];
  const steps = Object.entries(perHour)
    .map(([text, value]) => ({ from: readMinutes(text) ?? 0, perHour: value }))
    .toSorted((one, other) => one.from - other.from);
  // Before the first step of a day the last one of the day before goes on.
  return steps[0]?.from === 0 ? steps : [{ from: 0, perHour: steps.at(-1)?.perHour ?? 0 }, ...steps];
}

function toLengths(said: number | number[] | { mean: number; spread: 'exponential' | 'fixed' }): Lengths {
  if (Array.isArray(said)) return { spread: 'measured', samplesMs: said.map((each) => each * MINUTE_MS) };
  if (typeof said === 'number') return { spread: 'exponential', meanMs: said * MINUTE_MS };
  return { spread: said.spread, meanMs: said.mean * MINUTE_MS };
}

function asMany({ name, count, capacity, shifts }: z.output<typeof agent>): PlannedAgent[] {
  return Array.from({ length: count }, (_, index) => ({
    name: count === 1 ? name : `${name} ${index + 1}`,
    capacity,
    shifts,
  }));
}
