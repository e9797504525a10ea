import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Whoever shares a core with so many gets an eighth of it. */
const EACH_CORE = 7;

/**
 * Other processes take the processor of one: on Linux with two cores or more all of them on one core, so that whoever
 * watches keeps the others; elsewhere on all. They end by themselves after `ms`; `end` ends them before.
 */
export function moveInBeside(pid: number, ms: number): { end(): Promise<void> } {
  const cores = availableParallelism();
  const isPinned = cores > 1 && spawnSync('taskset', ['-a', '-p', '-c', '0', String(pid)]).status === 0;
  const spin = [process.execPath, '-e', `const end = Date.now() + ${ms}; while (Date.now() < end);`];
  const [program = '', ...rest] = isPinned ? ['taskset', '-c', '0', ...spin] : spin;
  const neighbours = Array.from({ length: EACH_CORE * (isPinned ? 1 : cores) }, () =>
    spawn(program, rest, { stdio: 'ignore' }),
  );
  const gone = neighbours.map((child) => new Promise<void>((resolve) => child.once('exit', () => resolve())));
  return {
    async end() {
      for (const child of neighbours) child.kill('SIGKILL');
      await Promise.all(gone);
    },
  };
}
