import { type ChildProcess, spawn } from 'node:child_process';

export interface Step {
  name: string;
  /** Program and arguments; programs of node_modules/.bin are found by name. */
  command: string[];
  environment?: Record<string, string>;
  /** Ended with everything it started when it takes longer. */
  limitMs: number;
}

export interface StepEnd {
  ok: boolean;
  /** Why not, as a sentence. */
  reason?: string;
  tookMs: number;
}

let running: ChildProcess | undefined;

/** Runs one step with its output shown as it comes. */
export function runStep(step: Step): Promise<StepEnd> {
  const startedAt = performance.now();
  const [program = '', ...args] = step.command;
  return new Promise((resolve) => {
    const end = (ok: boolean, reason?: string) => {
      clearTimeout(limit);
      running = undefined;
      resolve({ ok, tookMs: performance.now() - startedAt, ...(reason === undefined ? {} : { reason }) });
    };
    // A group of its own, so that a step that hangs can be ended together with what it started.
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
      env: { ...process.env, ...step.environment },
    });
    running = child;
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      endGroup(child, 'SIGKILL');
    }, step.limitMs);
    child.on('error', (error) => end(false, `${program} could not be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      if (late) end(false, `It took longer than ${step.limitMs / 1000} s and was ended.`);
      else if (code === 0) end(true);
      else end(false, signal ? `It was ended by ${signal}.` : `It ended with code ${code}.`);
    });
  });
}

/** Ends what is running when the person presses Ctrl-C. */
export function endRunning(signal: NodeJS.Signals): void {
  if (running) endGroup(running, signal);
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}
