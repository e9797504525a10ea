import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** A process of a bench, on one core where the machine can pin, that answers one question at a time. */
export interface Part {
  ask<Answer>(question: string, input?: unknown): Promise<Answer>;
  end(): Promise<void>;
  pid: number;
}

interface Reply {
  answer?: unknown;
  error?: string;
}

const ASK_MS_MAX = 300_000;
const END_MS_MAX = 10_000;
const canPin = cpus().length > 1 && spawnSync('taskset', ['-p', String(process.pid)]).status === 0;

/** Starts a compiled part. `core` counts from 0; `flags` are Node's. */
export function startPart(file: string, core: number, flags: string[] = []): Part {
  const node = [...flags, '--no-warnings'];
  const pinned = canPin ? { execPath: 'taskset', execArgv: ['-c', String(core), process.execPath, ...node] } : {};
  const child = fork(file, [], { execArgv: node, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], ...pinned });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return { ask: (question, input) => ask(child, question, input), end: () => end(child), pid: child.pid ?? 0 };
}

function ask<Answer>(child: ChildProcess, question: string, input: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(limit);
      child.off('message', onReply);
      child.off('exit', onExit);
      act();
    };
    const onReply = (reply: Reply) =>
      settle(() => (reply.error === undefined ? resolve(reply.answer as Answer) : reject(new Error(reply.error))));
    const onExit = () => settle(() => reject(new Error(`The part ended while it was asked "${question}".`)));
    const limit = setTimeout(() => settle(() => reject(new Error(`No answer to "${question}" in time.`))), ASK_MS_MAX);
    child.on('message', onReply);
    child.on('exit', onExit);
    child.send({ question, input });
  });
}

/** Asks politely first, so that a CPU profile is written. */
function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), END_MS_MAX);
    child.once('exit', () => {
      clearTimeout(limit);
      resolve();
    });
    child.send({ question: 'end' });
  });
}

type Answers = Record<string, (input: never) => unknown>;

/** The other side: what a part answers. `end` is asked last. */
export function answerQuestions(answers: Answers & { end(): unknown }): void {
  process.on('message', async ({ question, input }: { question: string; input: unknown }) => {
    try {
      const answer = await answers[question]?.(input as never);
      if (question === 'end') process.exit(0);
      process.send?.({ answer });
    } catch (error) {
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
}
