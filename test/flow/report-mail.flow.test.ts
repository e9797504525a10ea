import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import type { Part } from '../../server/domain/mail/letter.ts';
import { staffWords } from '../../server/domain/mail/words-of-staff.ts';
import { writeReport } from '../../server/usecases/mail/write-report.ts';
import { readMeasures } from '../../server/usecases/read-measures.ts';
import { planHistory } from '../support/history-plan.ts';
import { LiveHistory, siteId } from '../support/live-history.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

const ZONE = 'Europe/Berlin';
const NOW = Date.parse('2026-10-28T00:00:00Z');
/** A Sunday of twenty-five hours, on the wall of Berlin. */
const [FROM, TO] = [Date.parse('2026-10-24T22:00:00Z'), Date.parse('2026-10-25T23:00:00Z')];

let context: TestContext;

// Written once: a letter only reads.
beforeAll(async () => {
  context = await openTestContext(new ManualClock(NOW));
  const plan = planHistory(seededRandom(7), { conversations: 120, from: FROM - 3_600_000, to: TO + 3_600_000 });
  await new LiveHistory(context.store, plan).happen();
  const boss = { id: 'boss', email: 'boss@shop.example', name: 'Boss', passwordHash: 'hash', capacity: 1, at: NOW };
  await context.store.addAgent({ ...boss, role: 'supervisor' });
});
afterAll(() => context.close());

const rowsOf = (parts: readonly Part[]) =>
  parts.flatMap((part) =>
    part.kind === 'table' ? part.rows.map(({ name, value, more }) => [part.title, name, value, more]) : [],
  );

it.each([null, siteId(0)])('E10 S14 the mail says the numbers of the report to the digit, of %s', async (site) => {
  const document = { kind: 'report', agentId: 'boss', every: 'day', from: FROM, to: TO, zone: ZONE, site } as const;
  const letter = await writeReport(context, document, {} as never);
  if (!('parts' in letter)) throw new Error('Nothing was written.');
  const question = { from: FROM, to: TO, zone: ZONE, clock: 'calendar', ...(site && { site }) } as const;
  const boss = { kind: 'agent', agent: { id: 'boss', role: 'supervisor' } } as never;
  const { answer } = await readMeasures(context, boss, { question, against: null });
  if (!answer.ok) throw new Error(answer.error);
  const { episodes, answered, abandoned, firstResponse, csat, serviceLevel } = answer.value.measures;
  const rows = rowsOf(letter.parts);
  const value = (name: string) => rows.filter((row) => row[1] === name).map((row) => row[2]);
  expect(value('Conversations')).toEqual([String(episodes)]);
  expect(value('Answered')).toEqual([String(answered)]);
  expect(value('Left without an answer')).toEqual([String(abandoned)]);
  expect(rows.find(([title]) => title === 'First answer')?.[3]).toBe(`n = ${firstResponse.n}`);
  expect(value('Answered within the target')[0]).toContain(`${Math.round((serviceLevel.share ?? 0) * 100)} %`);
  expect(rows.find(([, name]) => name === 'Satisfied (4 or 5)')?.[3]).toContain(`${csat.answers} of ${csat.asked}`);
  const link = letter.parts.find((part) => part.kind === 'link') as { href: string };
  expect(link.href).toContain('period=days&from=2026-10-25&to=2026-10-25&zone=Europe%2FBerlin');
  expect(episodes).toBeGreaterThan(site === null ? 60 : 20);
});

it.each([
  ['the day of twenty-five hours in quarter hours', '2026-04-04T10:15:00Z', '2026-04-05T11:15:00Z', '2026-04-05'],
  ['a day before anything was', '2026-02-09T10:15:00Z', '2026-02-10T10:15:00Z', '2026-02-10'],
])(
  'E10 in Pacific/Chatham, %s is named as the wall there says and without figures says so',
  async (_, from, to, day) => {
    const zone = 'Pacific/Chatham';
    const times = { from: Date.parse(from), to: Date.parse(to), zone };
    const letter = await writeReport(
      context,
      { kind: 'report', agentId: 'boss', every: 'day', ...times, site: null },
      {} as never,
    );
    if (!('parts' in letter)) throw new Error('Nothing was written.');
    expect(rowsOf(letter.parts)).toEqual([]);
    const said = letter.parts.flatMap((part) => (part.kind === 'words' ? [part.text] : []));
    expect(said).toContain(staffWords.report.nothing);
    expect(said[0]).toContain('Pacific/Chatham');
    const link = letter.parts.find((part) => part.kind === 'link') as { href: string };
    expect(link.href).toContain(`period=days&from=${day}&to=${day}&zone=Pacific%2FChatham`);
  },
);

it('E10 in Pacific/Chatham, the figures are those of that day', async () => {
  const zone = 'Pacific/Chatham';
  const times = { from: Date.parse('2026-10-24T10:15:00Z'), to: Date.parse('2026-10-25T10:15:00Z'), zone };
  const letter = await writeReport(
    context,
    { kind: 'report', agentId: 'boss', every: 'day', ...times, site: null },
    {} as never,
  );
  if (!('parts' in letter)) throw new Error('Nothing was written.');
  const boss = { kind: 'agent', agent: { id: 'boss', role: 'supervisor' } } as never;
  const { answer } = await readMeasures(context, boss, { question: { ...times, clock: 'calendar' }, against: null });
  if (!answer.ok) throw new Error(answer.error);
  expect(answer.value.measures.episodes).toBeGreaterThan(20);
  const count = rowsOf(letter.parts).find((row) => row[1] === 'Conversations')?.[2];
  expect(count).toBe(String(answer.value.measures.episodes));
});
