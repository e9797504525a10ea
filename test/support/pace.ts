import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * How much the machine gets done in the same moments in which a promise of time is judged: a process of its own does always the same piece of
 * work, as a relay does it, and says how long that took. On a machine that is as quick as the one of the promises a second is a second; on one
 * that is slower, shares its processor or stands still for a moment it is as much longer as it was there.
 */
export interface Pace {
  /** How long what took from the one to the other moment (of `performance.now()`) would have taken where the promises were made, ms. */
  even(fromAt: number, untilAt?: number): Promise<number>;
  end(): void;
}

/** A rest, and the piece of work after it. */
export interface Turn {
  /** Milliseconds of `performance.now()` of whoever asks. */
  fromAt: number;
  untilAt: number;
  workMs: number;
  /** So much longer than asked for it rested: the machine stood still. */
  stoodMs: number;
}

/** Where the promises were made a piece takes so long, and a rest follows it. */
export const WORK_MS = 25;
const REST_MS = 80;
/** A timer is never exact. */
const LATE_MS = 8;

const WORKER = `
const { performance } = require('node:perf_hooks');
const thread = Array.from({ length: 200 }, (_, seq) => ({ seq, kind: 'message', author: 'visitor', body: 'What does it cost? '.repeat(4) }));
let kept = 0;
const work = () => { for (let time = 0; time < TIMES; time += 1) kept += JSON.parse(JSON.stringify(thread)).length; };
for (let time = 0; time < 8; time += 1) work();
const now = () => performance.timeOrigin + performance.now();
let restedFrom = now();
const turn = () => {
  const from = now();
  work();
  const until = now();
  process.stdout.write(JSON.stringify([restedFrom, from, until]) + '\\n');
  restedFrom = until;
  setTimeout(turn, ${REST_MS});
};
setTimeout(turn, ${REST_MS});
process.stdin.on('end', () => process.exit()).resume();
`;
/** Pieces that take WORK_MS on the machine of bench/README.md while nothing else runs. */
const TIMES = 200;

export async function startPace(): Promise<Pace> {
  const child = spawn(process.execPath, ['-e', WORKER.replace('TIMES', String(TIMES))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const turns: Turn[] = [];
  let looks: (() => void)[] = [];
  const away = performance.timeOrigin;
  createInterface(child.stdout).on('line', (line) => {
    const [restedFrom = 0, from = 0, until = 0] = JSON.parse(line) as number[];
    const stoodMs = Math.max(0, from - restedFrom - REST_MS - LATE_MS);
    turns.push({ fromAt: restedFrom - away, untilAt: until - away, workMs: until - from, stoodMs });
    for (const look of looks) look();
    looks = [];
  });
  const turn = () =>
    new Promise<void>((resolve, reject) => {
      looks.push(resolve);
      child.once('exit', () => reject(new Error('The process that tells the pace has ended.')));
    });
  child.setMaxListeners(0);
  await turn();
  return {
    async even(fromAt, untilAt = performance.now()) {
      if (untilAt <= fromAt) return 0;
      while ((turns.at(-1)?.untilAt ?? 0) < untilAt) await turn();
      return evenOf(turns, fromAt, untilAt);
    },
    end: () => child.kill('SIGKILL'),
  };
}

export function evenOf(turns: readonly Turn[], fromAt: number, untilAt: number): number {
  const seen = turns.filter((one) => one.untilAt >= fromAt && one.fromAt <= untilAt);
  const worked = seen.reduce((sum, { workMs }) => sum + workMs, 0) / Math.max(1, seen.length);
  const stood = seen.reduce((sum, { stoodMs }) => sum + stoodMs, 0);
  return Math.round(Math.max(0, untilAt - fromAt - stood) / Math.max(1, worked / WORK_MS));
}
