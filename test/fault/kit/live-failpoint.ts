import type { Failpoint } from '../../../protocol/kit/failpoint.ts';

/**
 * Stands in for protocol/kit/failpoint.ts in the fault suite's build. `FAILPOINT=before_commit:17` ends the process the
 * 17th time it comes by there, as `kill -9` does.
 */
const [where = '', nth = '1'] = (process.env.FAILPOINT ?? '').split(':');
/** Long enough for the answer to leave the machine's buffers. */
const ANSWER_LEAVES_MS = 20;
let passed = 0;

/** On SIGUSR2 it collects garbage (with --expose-gc) and says how much memory is left; see kit/probe.ts. */
process.on('SIGUSR2', () => {
  const { gc } = globalThis as { gc?: () => void };
  for (let round = 0; round < 3; round += 1) gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.stderr.write(`${JSON.stringify({ probe: { rss, heapUsed } })}\n`);
});

export function failpoint(at: Failpoint): void {
  if (at !== where) return;
  passed += 1;
  if (passed < Number(nth)) return;
  if (at !== 'after_ack_before_broadcast') process.kill(process.pid, 'SIGKILL');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), ANSWER_LEAVES_MS);
  // The caller answers what was stored, and tells nobody.
  throw new Error('Nobody is told any more.');
}
