// @vitest-environment node
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../../../protocol/kit/random.ts';
import type { AgentProfile } from '../../../../protocol/wire/model.ts';
import { DAY_MS } from '../../../../server/domain/hours/civil.ts';
import { type BusinessProcess, openBusinessProcess } from '../../../../server/platform/business-process.ts';
import { askBusiness } from '../../../../server/usecases/business-desk.ts';
import type { AgentSubject } from '../../../../server/usecases/context.ts';
import { rebuildFacts } from '../../../../server/usecases/rebuild-facts.ts';
import { planHistory } from '../../../support/history-plan.ts';
import { LiveHistory, siteId } from '../../../support/live-history.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { buildPart } from '../../../support/part-file.ts';
import { openTestContext, type TestContext } from '../../../support/test-context.ts';

const BEGIN = Date.UTC(2026, 9, 20);
const NOW = BEGIN + 10 * DAY_MS;
const asked = { from: BEGIN, to: NOW };
const as = (role: string) =>
  ({ kind: 'agent', agent: { id: 'agent-1', role } as AgentProfile, sessionId: '' }) satisfies AgentSubject;

let file: string;
let context: TestContext;
let business: BusinessProcess;
beforeAll(async () => {
  file = await buildPart('business-process');
  context = await openTestContext(new ManualClock(NOW));
  const plan = planHistory(seededRandom(320), { conversations: 40, from: BEGIN, to: NOW });
  await new LiveHistory(context.store, plan).happen();
  business = openBusinessProcess({ file, place: { dataDir: context.dataDir } });
});
afterAll(async () => {
  await business.close();
  await context.close();
  rmSync(dirname(file), { recursive: true });
});

describe('figures of business in a process of their own', () => {
  test('G8 say what they say without it: the figures, the rows behind one, and who may not read them', async () => {
    const beside = { ...context, business };
    const own = await askBusiness(context, as('owner'), 'report', asked);
    expect(own.answer).toMatchObject({ ok: true, value: { team: { all: { shiftMs: expect.any(Number) } } } });
    expect(await askBusiness(beside, as('owner'), 'report', asked)).toEqual(own);
    const words = { ...asked, which: 'all', limit: 5 } as const;
    expect(await askBusiness(beside, as('owner'), 'feedback', words)).toEqual(
      await askBusiness(context, as('owner'), 'feedback', words),
    );
    expect(await askBusiness(beside, as('owner'), 'forecast', {})).toEqual(
      await askBusiness(context, as('owner'), 'forecast', {}),
    );
    const rows = { ...asked, of: 'costs' } as const;
    const ownRows = await askBusiness(context, as('owner'), 'rows', rows);
    expect(ownRows.answer).toMatchObject({ ok: true, value: { total: expect.any(Number) } });
    expect(await askBusiness(beside, as('owner'), 'rows', rows)).toEqual(ownRows);
    expect((await askBusiness(beside, as('agent'), 'report', asked)).answer).toMatchObject({ error: 'forbidden' });
  });

  test('G8 a period that does not fit into its memory is refused with what to do, and the next question is answered', async () => {
    const small = openBusinessProcess({ file, place: { dataDir: context.dataDir }, memoryMb: 8 });
    const { answer } = await askBusiness({ ...context, business: small }, as('owner'), 'report', asked);
    expect(answer).toMatchObject({ ok: false, error: 'invalid_payload', field: 'from' });
    await small.close();
    const again = await askBusiness({ ...context, business }, as('owner'), 'report', asked);
    expect(again.answer.ok).toBe(true);
  });

  test('G8 what is prepared before somebody asks says the same, also of what came since; whoever ends the relay waits for nothing', async () => {
    await rebuildFacts(context, { begin() {}, made() {} });
    const other = openBusinessProcess({ file, place: { dataDir: context.dataDir } });
    const beside = { ...context, business: other };
    await other.prepare(NOW);
    const order = { orderId: 'o-1', minor: 5, currency: 'EUR', subject: 'mia', at: NOW - DAY_MS, isCancelled: false };
    await context.store.importOrders({ siteId: siteId(0), orders: [order], at: NOW });
    const { answer } = await askBusiness(beside, as('owner'), 'report', asked);
    expect(answer).toMatchObject({ ok: true, value: { orders: { orders: 1, people: 1 } } });
    expect(answer).toEqual((await askBusiness(context, as('owner'), 'report', asked)).answer);
    const preparing = other.prepare(NOW);
    await other.close();
    await preparing;
  });

  test('G8 what fails there fails here without the words of the fault, and whoever waits at the end is told', async () => {
    const nowhere = openBusinessProcess({ file, place: { dataDir: '/dev/null/nowhere' } });
    await expect(askBusiness({ ...context, business: nowhere }, as('owner'), 'report', asked)).rejects.toThrow(
      'Figures of business were not worked out',
    );
    const waiting = expect(
      askBusiness({ ...context, business: nowhere }, as('owner'), 'report', asked),
    ).rejects.toThrow('ending');
    await nowhere.close();
    await waiting;
  });
});
