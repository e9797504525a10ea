import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addSimulate } from '../../../../server/cli/simulate.ts';
import { meanWaitMs, shareThatWaits, waitMsAt } from '../../domain/simulate/erlang.ts';

let folder: string;
let written: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskbell-simulate-'));
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function run(...words: string[]): string {
  const program = new Command('deskbell');
  program.exitOverride().configureOutput({ writeErr: () => {} });
  addSimulate(program);
  written = '';
  program.parse(['node', 'deskbell', 'simulate', ...words]);
  return written;
}

function planFile(plan: unknown): string {
  const file = join(folder, 'plan.json');
  writeFileSync(file, typeof plan === 'string' ? plan : JSON.stringify(plan));
  return file;
}

describe('Q10 deskbell simulate', () => {
  it('describes a plan by options, and prints it for programs', () => {
    const asked = ['--visitors', '21', '--handling', '6', '--agents', '3', '--days', '300', '--json'];
    const { now } = JSON.parse(run(...asked));
    const erlang = meanWaitMs({ servers: 3, arrivals: 21, serves: 10 });
    expect(Math.abs(now.all.wait.meanMs - erlang) / erlang).toBeLessThan(0.05);
  });

  it('"what if one more agent from 10 to 14": two columns, and every hour', () => {
    const asked = ['--visitors', '20', '--handling', '6', '--agents', '2', '--patience', '3', '--shift', '08:00-18:00'];
    const lines = run(...asked, '--add', '10:00-14:00', '--days', '30').split('\n');
    expect(lines[0]).toMatch(/now +one more agent 10:00-14:00/);
    expect(lines.find((line) => line.startsWith('Gave up'))).toMatch(/[\d.]+ % +[\d.]+ %/);
    expect(lines.filter((line) => /^\d\d:00 /.test(line))).toHaveLength(24);
  });

  it('the example of docs/simulate.md runs', () => {
    const text = readFileSync('docs/simulate.md', 'utf8');
    const example = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const { now, then } = JSON.parse(run(planFile(example), '--add', '10:00-14:00', '--days', '60', '--json'));
    expect(now.agents.map((agent: { name: string }) => agent.name)).toEqual([
      'Ana',
      'Day team 1',
      'Day team 2',
      'Night',
    ]);
    expect(then.all.abandoned).toBeLessThan(now.all.abandoned);
    // What the document says of Erlang C.
    const queue = { servers: 3, arrivals: 24, serves: 10 };
    expect(text).toContain(`${(shareThatWaits(queue) * 100).toFixed(1)} % wait`);
    expect(text).toContain(`at most ${(waitMsAt(queue, 0.9) / 60_000).toFixed(1)} minutes`);
  });

  it.each([
    [['--visitors', '20'], /Name a plan file/],
    [['--visitors', '-1', '--handling', '6', '--agents', '2'], /--visitors: "-1"/],
    [['--visitors', '20', '--handling', 'six', '--agents', '2'], /--handling: "six"/],
    [['--visitors', '20', '--handling', '6', '--agents', '2.5'], /--agents: "2.5"/],
    [['--visitors', '20', '--handling', '6', '--agents', '2', '--shift', '8-18'], /"8-18" are no hours/],
    [['no-such-file.json'], /no-such-file\.json cannot be read/],
  ])('says what is wrong: %j', (words, sentence) => {
    expect(() => run(...words)).toThrow(sentence);
  });

  it.each([
    ['{', /cannot be read/],
    [{ visitorsPerHour: 5, handlingMinutes: 6 }, /agents/],
    [{ visitorsPerHour: { '8': 5 }, handlingMinutes: 6, agents: [] }, /visitorsPerHour/],
    [{ visitorsPerHour: 0, handlingMinutes: 6, agents: [] }, /Nobody comes/],
    [{ visitorsPerHour: 5, handlingMinutes: 6, agents: [], shifts: 1 }, /shifts/],
    [
      { visitorsPerHour: 5, handlingMinutes: 6, agents: [{ name: 'Ana', capacity: 1, shifts: ['09:00'] }] },
      /agents\.0\.shifts\.0: "09:00" are no hours/,
    ],
  ])('says where a plan is wrong: %j', (plan, sentence) => {
    expect(() => run(planFile(plan))).toThrow(sentence);
  });
});
