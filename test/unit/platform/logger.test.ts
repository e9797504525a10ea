import { expect, test } from 'vitest';
import { createReporter } from '../../../server/observe/log-reports.ts';
import { createLogger } from '../../../server/platform/logger.ts';

function capture(level = 'debug') {
  const lines: string[] = [];
  return { lines, logger: createLogger(level, { write: (line: string) => lines.push(line) }) };
}

test('P32: what is secret by its name never reaches the log, at any depth that we use', () => {
  const { lines, logger } = capture();
  const canary = 'canary-7f3k';
  const secret = {
    password: canary,
    token: canary,
    cookie: canary,
    authorization: canary,
    body: canary,
    email: canary,
  };
  logger.info({ ...secret, request: secret, deep: { er: secret } }, 'tried');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('[kept out]');
  expect(lines[0]).not.toContain(canary);
});

test('a report is one line and one count; an error keeps its stack and loses what drivers hang on it', () => {
  const { lines, logger } = capture();
  const { report, counts } = createReporter(logger);
  const error = Object.assign(new Error('write failed'), { detail: 'canary-7f3k', parameters: ['canary-7f3k'] });
  report({ kind: 'command_failed', command: 'message:send', requestId: 'r1', error });
  report({ kind: 'command_failed', command: 'message:send', requestId: 'r2', error: 'canary-7f3k' });
  expect(counts.get('command_failed')).toBe(2);
  expect(lines).toHaveLength(2);
  const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  expect(line).toMatchObject({
    msg: 'command_failed',
    requestId: 'r1',
    error: { name: 'Error', message: 'write failed' },
  });
  expect(lines.join()).not.toContain('canary');
});

test('16.4.1: a line break in a value stays inside its line', () => {
  const { lines, logger } = capture();
  logger.info({ name: 'a\n{"level":50,"msg":"forged"}\u001b[31m' }, 'tried');
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd().split('\n')).toHaveLength(1);
});

test('below its level nothing is written, but it is counted', () => {
  const { lines, logger } = capture('warn');
  const { report, counts } = createReporter(logger);
  report({ kind: 'connected', who: 'visitor' });
  expect(lines).toEqual([]);
  expect(counts.get('connected')).toBe(1);
});
