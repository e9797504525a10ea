import type { Command } from 'commander';
import { MINUTE_MS } from '../domain/hours/civil.ts';
import type { Lengths } from '../domain/simulate/lengths.ts';
import type { Plan } from '../domain/simulate/plan.ts';
import { simulate } from '../domain/simulate/simulate.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { printAs } from './io.ts';
import { DEFAULT_SEED, DEFAULT_TARGET_SECONDS, type DraftPlan, readPlanFile, readShift } from './plan-file.ts';
import { spellFigures } from './spell-figures.ts';
import { strings } from './strings.ts';
import { simulateStrings as words } from './strings-of-simulate.ts';

interface Options {
  visitors?: string;
  handling?: string;
  patience?: string;
  agents?: string;
  capacity?: string;
  shift?: string[];
  add?: string[];
  queueMax?: string;
  target?: string;
  days?: string;
  seed?: string;
  json?: boolean;
}

/** So many visitors make chance small; so many days at least show every hour often, and at most take seconds. */
const VISITORS_WANTED = 600_000;
const DAYS_MIN = 30;
const DAYS_MAX = 2_000;
const ALL_DAY = '00:00-24:00';

export function addSimulate(program: Command): void {
  const each = (value: string, before: string[] | undefined) => [...(before ?? []), value];
  program
    .command('simulate')
    .argument('[file]', words.file)
    .description(words.about)
    .option('--visitors <per hour>', words.visitors)
    .option('--handling <minutes>', words.handling)
    .option('--patience <minutes>', words.patience)
    .option('--agents <count>', words.agents)
    .option('--capacity <count>', words.capacity)
    .option('--shift <hours>', words.shift, each)
    .option('--add <hours>', words.add, each)
    .option('--queue-max <count>', words.queueMax)
    .option('--target <seconds>', words.target)
    .option('--days <count>', words.days)
    .option('--seed <number>', words.seed)
    .option('--json', strings.json)
    .action((file: string | undefined, options: Options) => run(file, options));
}

function run(file: string | undefined, options: Options): void {
  const plan = settle(changed(file === undefined ? planOf(options) : readPlanFile(file), options));
  const now = simulate(plan);
  const more = addedAgents(plan, options.add ?? []);
  const then = more.length === 0 ? null : simulate({ ...plan, agents: [...plan.agents, ...more] });
  printAs(options.json, then ? { now, then } : { now }, () =>
    spellFigures(
      plan,
      now,
      then && { figures: then, title: `${words.more(more.length)} ${(options.add ?? []).join(', ')}` },
    ),
  );
}

/** The plan that the options alone describe: the same team all day, or in the given shifts. */
function planOf(options: Options): DraftPlan {
  if (options.visitors === undefined || options.handling === undefined || options.agents === undefined) {
    throw new CommandEnd(EXIT.wrongUse, words.missing);
  }
  const shifts = (options.shift ?? [ALL_DAY]).map(shiftOf);
  const capacity = options.capacity === undefined ? 1 : whole('capacity', options.capacity);
  const count = whole('agents', options.agents);
  return {
    seed: DEFAULT_SEED,
    days: null,
    arrivals: [{ from: 0, perHour: positive('visitors', options.visitors) }],
    handling: lengthsOf('handling', options.handling),
    patience: null,
    queueMax: null,
    targetMs: DEFAULT_TARGET_SECONDS * 1_000,
    agents: Array.from({ length: count }, (_, index) => ({ name: `Agent ${index + 1}`, capacity, shifts })),
  };
}

/** What is said on the command line goes before the file. */
function changed(plan: DraftPlan, options: Options): DraftPlan {
  const { visitors, handling, patience, queueMax, target, days, seed } = options;
  return {
    ...plan,
    ...(visitors === undefined ? {} : { arrivals: [{ from: 0, perHour: positive('visitors', visitors) }] }),
    ...(handling === undefined ? {} : { handling: lengthsOf('handling', handling) }),
    ...(patience === undefined ? {} : { patience: lengthsOf('patience', patience) }),
    ...(queueMax === undefined ? {} : { queueMax: whole('queue-max', queueMax) }),
    ...(target === undefined ? {} : { targetMs: positive('target', target) * 1_000 }),
    ...(days === undefined ? {} : { days: whole('days', days) }),
    ...(seed === undefined ? {} : { seed: whole('seed', seed) }),
  };
}

function settle(plan: DraftPlan): Plan {
  if (plan.days !== null) return { ...plan, days: plan.days };
  const visitorsADay = plan.arrivals.reduce((sum, { from, perHour }, index) => {
    const until = plan.arrivals[index + 1]?.from ?? 24 * 60;
    return sum + (perHour * (until - from)) / 60;
  }, 0);
  if (visitorsADay === 0) throw new CommandEnd(EXIT.wrongUse, words.noVisitors);
  return { ...plan, days: Math.min(DAYS_MAX, Math.max(DAYS_MIN, Math.ceil(VISITORS_WANTED / visitorsADay))) };
}

/** They work as the others do: with the capacity of the first one. */
function addedAgents(plan: Plan, added: string[]): Plan['agents'] {
  const capacity = plan.agents[0]?.capacity ?? 1;
  return added.map((text, index) => ({ name: `+${index + 1}`, capacity, shifts: [shiftOf(text)] }));
}

function shiftOf(text: string) {
  const shift = readShift(text);
  if (!shift) throw new CommandEnd(EXIT.wrongUse, words.hours(text));
  return shift;
}

function lengthsOf(name: string, text: string): Lengths {
  return { spread: 'exponential', meanMs: positive(name, text) * MINUTE_MS };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) {
    throw new CommandEnd(EXIT.wrongUse, words.positive(name, text));
  }
  return value;
}

function whole(name: string, text: string): number {
  const value = positive(name, text);
  if (!Number.isSafeInteger(value)) throw new CommandEnd(EXIT.wrongUse, words.whole(name, text));
  return value;
}
