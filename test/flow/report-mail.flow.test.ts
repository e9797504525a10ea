import { afterEach, beforeEach, expect, it } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import type { Part } from '../../server/domain/mail/letter.ts';
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

beforeEach(async () => {
  context = await openTestContext(new ManualClock(NOW));
  const plan = planHistory(seededRandom(7), { conversations: 120, from: FROM - 3_600_000, to: TO + 3_600_000 });
  await new LiveHistory(context.store, plan).happen();
  const boss = { id: 'boss', email: 'boss@shop.example', name: 'Boss', passwordHash: 'hash', capacity: 1, at: NOW };
  await context.store.addAgent({ ...boss, role: 'supervisor' });
});
afterEach(() => context.close());

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
