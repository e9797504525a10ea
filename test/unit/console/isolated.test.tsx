import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { App } from '../../../console/model/app.ts';
import { BoardDecisions } from '../../../console/ui/board-decisions.tsx';
import { AppContext } from '../../../console/ui/context.ts';
import { teamLine } from '../../../console/ui/strings-of-team.ts';
import { TeamLine } from '../../../console/ui/team-line.tsx';
import type { ReasonEntry } from '../../../protocol/wire/team.ts';

afterEach(cleanup);

const app = { hrefOf: () => '#' } as unknown as App;
const entry = {
  ...{ kind: 'reason', number: 1, seq: 1, at: 0, by: null, reason: '' },
  agent: { id: 'ana', name: 'Ana\u2069 Ferreira' },
  why: {
    ...{ load: 2, capacity: 4, idleMs: 360_000, waitedMs: 1_000, by: 'least_share', language: 'pt' },
    ...{ skills: [{ skill: 'billing', level: 4 }], priority: 0, relaxed: 0, skippedMore: 0 },
    skipped: [{ name: 'محمد', why: 'lacks', lack: { skill: 'refunds', level: 2 } }],
  },
} as unknown as ReasonEntry;
const SENTENCE = 'Ana Ferreira: 2 of 4, idle 6 min, speaks Portuguese, billing 4; محمد skipped: no refunds 2';

test('R9 T14 why it went to somebody is read as the page is, and each name in it by itself, on the board and in the thread', () => {
  const { container } = render(
    <AppContext.Provider value={app}>
      <BoardDecisions decisions={[{ conversationId: 'c-1', label: 'Zoë', entry }]} onWall={false} />
    </AppContext.Provider>,
  );
  const line = container.querySelector('.board-decision p') as Element;
  expect(line.textContent).toBe(`Zoë ${SENTENCE}`);
  // None of them asks the first letter which way the whole sentence goes.
  expect(line.querySelector('[dir]')).toBe(null);
  const names = (within: Element) => [...within.querySelectorAll('bdi')].map(({ textContent }) => textContent);
  const isolated = ['Ana Ferreira', 'Portuguese', 'billing 4', 'محمد', 'refunds 2'];
  expect(names(line)).toEqual(['Zoë', ...isolated]);
  cleanup();
  const thread = render(<TeamLine entry={entry} />).container.querySelector('p') as Element;
  expect(thread.textContent).toContain(SENTENCE);
  expect(names(thread)).toEqual(isolated);
});

test('T14 whoever asked, was asked, sent and was sent to is isolated in each of the lines', () => {
  const [by, to] = [
    { id: 'a', name: 'Ana' },
    { id: 'b', name: 'Bo' },
  ];
  const lines = [
    { kind: 'asked', ask: 'transfer', by, to },
    { kind: 'asked', ask: 'invite', by, to },
    { kind: 'ask_ended', how: 'declined', by, to },
    { kind: 'ask_ended', how: 'timed_out', by, to },
    { kind: 'ask_ended', how: 'taken_back', by, to },
    { kind: 'moved', by, department: 'Bo' },
    { kind: 'moved', by, department: null },
    { kind: 'moved', by, department: 'Bo', asked: true },
  ].map((line) => teamLine(line as unknown as Parameters<typeof teamLine>[0]));
  for (const line of lines) expect(line.replaceAll(/\u2068(Ana|Bo)\u2069/g, '')).not.toMatch(/Ana|Bo|[\u2068\u2069]/);
});
