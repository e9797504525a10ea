import { chromium } from '@playwright/test';
import {
  diskFull,
  fileLimit,
  locked,
  postgresFrozen,
  postgresReadOnly,
  postgresStopped,
} from '../../test/fault/rows/breaks.ts';
import { runBreak } from '../../test/fault/rows/broken-database.ts';
import { runCatchUp } from '../../test/fault/rows/catch-up.ts';
import { runKills } from '../../test/fault/rows/kills.ts';
import { runMalformed } from '../../test/fault/rows/malformed.ts';
import { runMigrationKills } from '../../test/fault/rows/migration-kills.ts';
import { runOverload } from '../../test/fault/rows/overload.ts';
import { runReplay } from '../../test/fault/rows/replay.ts';
import { runRestore } from '../../test/fault/rows/restore.ts';
import { runSilentReaders } from '../../test/fault/rows/silent-readers.ts';
import { runSoak } from '../../test/fault/rows/soak.ts';
import { runStorm } from '../../test/fault/rows/storm.ts';
import { runTabKills } from '../../test/fault/rows/tab-kills.ts';
import { runWriters } from '../../test/fault/rows/writers.ts';
import { chromiumArguments, chromiumPath } from '../../test/support/chromium.ts';
import { startPostgres, type TestPostgres } from '../../test/support/postgres.ts';
import { startRelay } from '../../test/support/relay-process.ts';

export interface LongRow {
  name: string;
  /** What was seen, and what of it is over its bar, in words. */
  run(): Promise<{ seen: object; over: string[] }>;
}

type Bars = Record<string, boolean>;
const MINUTE_MS = 60_000;
const MISSED = [1, 199, 200, 201, 5_000];

function judged(seen: object, bars: Bars): { seen: object; over: string[] } {
  return { seen, over: Object.keys(bars).filter((name) => !bars[name]) };
}

async function withPostgres<T>(work: (postgres: TestPostgres, url: string) => Promise<T>): Promise<T> {
  const postgres = await startPostgres();
  try {
    return await work(postgres, await postgres.createDatabase());
  } finally {
    await postgres.stop();
  }
}

async function kills(seed: number, databaseUrl?: string) {
  const size = { kills: 200, seed, acknowledged: 50_000, ...(databaseUrl ? { databaseUrl } : {}) };
  const seen = await runKills(size);
  return judged(seen, {
    'nothing lost, doubled, missed': seen.violations.length === 0 && seen.failed === 0,
    'at least 50,000 acknowledged': seen.acknowledged >= 50_000,
    'first ack p95 ≤ 2 s': seen.firstAckMs.sinceRunning.p95 <= 2_000,
  });
}

async function storms() {
  const seen: object[] = [];
  const bars: Bars = {};
  for (let seed = 101; seed <= 110; seed += 1) {
    const storm = await runStorm({ seed, ms: 30_000 });
    seen.push({ seed, ...storm });
    bars[`seed ${seed}: nothing lost, doubled, missed`] = storm.violations.length === 0 && storm.failed === 0;
    bars[`seed ${seed}: repair p95 ≤ 2 s`] = storm.repairMs.p95 <= 2_000;
  }
  return judged(seen, bars);
}

async function breaks() {
  const [full, frozen, stopped] = [diskFull(10_000), await startPostgres(), await startPostgres()];
  const all = [
    full,
    fileLimit(10_000),
    locked(10_000),
    postgresReadOnly(await frozen.createDatabase(), 10_000),
    postgresFrozen(frozen, await frozen.createDatabase(), 30_000),
    postgresStopped(stopped, await stopped.createDatabase(), 30_000),
  ];
  const seen: object[] = [];
  const bars: Bars = {};
  for (const one of all) {
    const found = await runBreak(one);
    seen.push({ name: one.name, ...found });
    bars[`${one.name}: nothing lost, no crash`] =
      found.violations.length === 0 && found.failed === 0 && found.sameProcess;
    bars[`${one.name}: ready ≤ 2 s`] = found.readyMs <= 2_000;
    bars[`${one.name}: delivered ≤ 10 s`] = found.deliveredMs <= 10_000;
  }
  full.done();
  await Promise.all([frozen.stop(), stopped.stop()]);
  return judged(seen, bars);
}

async function tabKills() {
  const executablePath = await chromiumPath();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: chromiumArguments });
  const relay = await startRelay();
  try {
    const seen = await runTabKills(await browser.newContext(), relay, 50);
    const same = (list: string[]) => JSON.stringify(list) === JSON.stringify(seen.written);
    return judged(seen, { 'all sent once, in order': same(seen.stored) && same(seen.shown) });
  } finally {
    await browser.close();
    await relay.remove();
  }
}

async function upkeep() {
  const [restore, migration] = [await runRestore(161), await runMigrationKills(10, 162)];
  const onPostgres = await withPostgres((_postgres, url) => runMigrationKills(10, 163, url));
  return judged([restore, migration, onPostgres], {
    'reload ≤ 10 s': restore.reloadMs <= 10_000 && restore.violations.length === 0,
    'no row lost': [migration, onPostgres].every((one) => one.rowsAfter === one.rowsBefore && one.killed === 10),
  });
}

/** The long column of docs/reliability.md, in its order. */
export const longRows: LongRow[] = [
  { name: 'kills-sqlite', run: () => kills(101) },
  { name: 'kills-postgres', run: () => withPostgres((_postgres, url) => kills(102, url)) },
  { name: 'storm', run: storms },
  {
    name: 'replay',
    async run() {
      const seen = await runReplay({ clients: 50, each: 200 });
      const clean = seen.otherAnswers + seen.rowsMore + seen.afterRestart.otherAnswers === 0;
      return judged(seen, { 'no row more, same place': clean, conflicts: seen.conflicts === seen.conflictsAsked });
    },
  },
  {
    name: 'catch-up',
    async run() {
      const seen = await runCatchUp({ missed: MISSED, awayMs: 29.9 * 24 * 60 * MINUTE_MS, seed: 121 });
      const fast = (seen.visitorMs[5_000] ?? Infinity) <= 2_000;
      return judged(seen, { complete: seen.violations.length === 0, '5,000 in ≤ 2 s': fast });
    },
  },
  { name: 'tabs', run: tabKills },
  {
    name: 'writers',
    async run() {
      const seen = await runWriters({ conversations: 20, each: 500, seed: 131 });
      return judged(seen, { 'all views equal the database': seen.violations.length === 0 });
    },
  },
  {
    name: 'silent-readers',
    async run() {
      const seen = await runSilentReaders({ readers: 100, ms: MINUTE_MS });
      return judged(seen, {
        'RSS + ≤ 64 MB': seen.rssRoseMb <= 64,
        'nothing of others undelivered': seen.undelivered === 0,
        'p99 ≤ 50 ms over a relay without them': seen.othersMs.p99 - seen.calmMs.p99 <= 50,
      });
    },
  },
  {
    name: 'overload',
    async run() {
      const seen = await runOverload({ perSecond: 3_000, ms: 30_000 });
      return judged(seen, {
        'nothing lost or doubled, no crash': seen.missing + seen.doubled === 0 && seen.sameProcess,
        'typed, and reading goes on': seen.untyped + seen.readRefused + seen.unexpected === 0,
        'it was too much': seen.refused > 1_000,
      });
    },
  },
  {
    name: 'malformed',
    async run() {
      const seen = await runMalformed({ frames: 10_000, seed: 141 });
      const late = (seen.before.late ?? 0) + (seen.after.late ?? 0);
      return judged(seen, { 'no crash, no row': seen.sameProcess && seen.rows === 0, 'each within 1 s': late === 0 });
    },
  },
  { name: 'broken-database', run: breaks },
  { name: 'upkeep', run: upkeep },
  {
    name: 'soak',
    async run() {
      const seen = await runSoak({ seed: 171, warmUpMs: 3 * MINUTE_MS, ms: 30 * MINUTE_MS, everyMs: 10_000 });
      return judged(seen, {
        'nothing lost, no fault': seen.violations.length === 0 && seen.faults === 0 && seen.sameProcess,
        'RSS slope ≤ 0.5 MB/min': seen.rssMb.perMinute <= 0.5,
        'descriptors flat': Math.abs(seen.descriptors.last - seen.descriptors.first) <= 3,
      });
    },
  },
];
