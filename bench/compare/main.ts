import { buildFaultRelay } from '../../test/fault/kit/fault-build.ts';
import { bundleParts, top } from '../kit/bundle.ts';
import { machine, printResult, printTable } from '../kit/print.ts';
import { runDeskbell } from './deskbell.ts';
import type { CompareSize, Outcome, UsualMode } from './outcome.ts';
import { runUsual } from './usual.ts';

/**
 * `npm run compare`: what becomes of messages under the same faults with plain Socket.IO, with its retries, with its
 * connection-state recovery, and with Deskbell. Everything stays on loopback; it takes about ten minutes and ends by
 * itself. `--smoke` only shows that it runs, `--seconds 10` is shorter.
 */
const FULL: CompareSize = { senders: 20, everyMs: 100, ms: 30_000, seeds: [1, 2, 3] };
const SMOKE: CompareSize = { senders: 5, everyMs: 100, ms: 7_000, seeds: [1] };

export async function compare(size: CompareSize): Promise<void> {
  const fileOf = await bundleParts(['usual-relay']);
  await buildFaultRelay();
  const usual = (mode: UsualMode) => (seed: number) => runUsual(mode, fileOf('usual-relay'), size, seed);
  const modes: [name: string, run: (seed: number) => Promise<Outcome>][] = [
    ['Socket.IO, plain emit', usual('plain')],
    ['Socket.IO, retries: 3', usual('retries')],
    ['Socket.IO, connection-state recovery', usual('recovery')],
    ['Deskbell', (seed) => runDeskbell(size, seed)],
  ];
  const rows: string[][] = [];
  for (const [name, run] of modes) {
    const outcomes: Outcome[] = [];
    for (const seed of size.seeds) {
      const outcome = await run(seed);
      printResult('compare', { mode: name, seed, ...outcome });
      outcomes.push(outcome);
    }
    rows.push(rowOf(name, outcomes));
  }
  const title = `${size.senders} senders, ${size.ms / 1_000} s, cuts every 1–3 s, kill -9 every 6 s, seeds ${size.seeds.join(', ')}`;
  printTable(title, ['mode', 'sent', 'lost', 'stored twice', 'reader missed', 'reader saw twice', 'same order'], rows);
}

function rowOf(name: string, outcomes: Outcome[]): string[] {
  const range = (of: (outcome: Outcome) => number) => {
    const values = outcomes.map(of);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return low === high ? `${low}` : `${low}–${high}`;
  };
  const inOrder = outcomes.filter(({ sameOrder }) => sameOrder).length;
  return [
    name,
    range(({ sent }) => sent),
    range(({ lost }) => lost),
    range(({ doubled }) => doubled),
    range(({ missed }) => missed),
    range(({ shownTwice }) => shownTwice),
    `${inOrder} of ${outcomes.length}`,
  ];
}

process.chdir(top);
console.log(machine());
const seconds = Number(process.argv[process.argv.indexOf('--seconds') + 1]);
const wanted = process.argv.includes('--smoke') ? SMOKE : FULL;
await compare(process.argv.includes('--seconds') && seconds > 0 ? { ...wanted, ms: seconds * 1_000 } : wanted);
