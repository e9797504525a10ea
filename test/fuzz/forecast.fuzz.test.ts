import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import { BUSINESS_SETTINGS_DEFAULT } from '../../protocol/wire/business.ts';
import type { CalendarDocument } from '../../protocol/wire/hours.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import type { AgentSubject } from '../../server/usecases/context.ts';
import { readForecast } from '../../server/usecases/read-forecast.ts';
import { planHistory } from '../support/history-plan.ts';
import { agentId, departmentId, LiveHistory, siteId } from '../support/live-history.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { type CountedEpisode, recount } from '../support/recount.ts';
import { handlingOf, hoursAhead, staffFor } from '../support/recount-forecast.ts';
import { GROUP_KEYS, groupEpisodes } from '../support/recount-groups.ts';
import { wallOf } from '../support/recount-wall.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

/** Ten weeks, with the night in which Berlin puts its clocks back and the one in which Sydney puts them on. */
const BEGIN = Date.parse('2026-09-22T00:00:00Z');
const NOW = Date.parse('2026-11-27T10:20:00Z');
/** More by hand: HISTORIES=100000. */
const conversations = Number(process.env.HISTORIES ?? 1_000);
const LATE = [{ from: '10:30', to: '01:15' }];
const HOURS: CalendarDocument = {
  zone: 'Europe/Berlin',
  week: {
    ...{ monday: LATE, tuesday: LATE, wednesday: LATE, thursday: LATE, friday: LATE, saturday: LATE },
    sunday: [],
  },
  // One holiday behind it and one before it; and a Sunday that is open.
  days: [
    { date: '2026-11-10', name: 'A day', yearly: false, hours: [] },
    { date: '2026-12-01', name: 'A day', yearly: false, hours: [] },
    { date: '2026-11-29', name: 'A day', yearly: false, hours: [{ from: '12:00', to: '12:20' }] },
  ],
};
const STAFFING = { ...BUSINESS_SETTINGS_DEFAULT.staffing, targetMs: 45_000, targetShare: 0.9, occupancyMax: 0.6 };

let context: TestContext;
let all: CountedEpisode[];
const owner = { kind: 'agent', agent: { role: 'owner' } } as unknown as AgentSubject;

beforeAll(async () => {
  context = await openTestContext(new ManualClock(NOW));
  const plan = planHistory(seededRandom(20261127), { conversations, from: BEGIN, to: NOW });
  await new LiveHistory(context.store, plan).happen();
  const document = { ...SITE_SETTINGS_DEFAULT, hours: HOURS };
  await context.store.setSettings({ owner: { kind: 'site', id: siteId(0) }, document, at: BEGIN - 1 });
  const settings = { document: { ...BUSINESS_SETTINGS_DEFAULT, staffing: STAFFING }, basedOn: undefined };
  await context.store.setBusinessSettings({ ...settings, agentId: agentId(0), at: BEGIN });
  all = recount(plan, NOW);
}, 7_200_000);
afterAll(() => context.close());

const isOf = (site: number | null, department: number | null) => (one: CountedEpisode) =>
  (site === null || one.site === site) && (department === null || one.department === department);

/** The most frequent group, and who is in it. */
function mostOf(filter: 'segment' | 'language' | 'page' | 'topic', some: CountedEpisode[]) {
  const of = GROUP_KEYS[filter];
  const groups = [...groupEpisodes(of, some, 'UTC')].filter(([key]) => key !== '');
  const [[key] = ['']] = groups.sort(([, one], [, other]) => other.length - one.length);
  const wall = wallOf('UTC');
  return [key, (one: CountedEpisode) => of(one, wall(one.openedAt)).includes(key)] as const;
}

describe('the forecast, worked out again by code that knows only what it means', { timeout: 1_800_000 }, () => {
  test.each([
    [null, null, 'Europe/Berlin', null],
    [0, null, 'Europe/Berlin', null],
    [1, null, 'Australia/Sydney', null],
    [0, null, 'Asia/Kathmandu', null],
    [null, 1, 'Australia/Sydney', null],
    [1, 2, 'UTC', null],
    [null, null, 'UTC', 'segment'],
    [0, null, 'Asia/Kathmandu', 'language'],
    [1, null, 'Europe/Berlin', 'page'],
    [null, null, 'UTC', 'topic'],
    [null, 1, 'UTC', 'language'],
  ] as const)('site %s, department %s, by the wall of %s, narrowed to a %s', async (site, department, zone, filter) => {
    const [only, isOnly] = filter ? mostOf(filter, all.filter(isOf(site, department))) : ['', () => true];
    const asked = {
      zone,
      ...(filter && { [filter]: only }),
      ...(site !== null && { site: `key-${site}` }),
      ...(department !== null && { department: departmentId(department) }),
    };
    const { answer } = await readForecast(context, owner, asked);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    const found = answer.value;
    const mine = all.filter(isOf(site, department)).filter(isOnly);
    const handling = handlingOf(mine, NOW);
    expect(handling.n).toBeGreaterThan(20);
    expect(found.handling).toEqual({ n: handling.n, meanMs: expect.closeTo(handling.meanMs as number, 3) });
    const hours = hoursAhead({ now: NOW, zone, mine, hours: site === 0 ? HOURS : null });
    const close = (value: number | null) => value && expect.closeTo(value, 8);
    const staffed = hours.map(({ expected, open, ...hour }) => {
      const needs =
        expected === null ? null : staffFor(expected, hour.high as number, handling.meanMs as number, STAFFING);
      const staff = needs && { ...needs, share: close(needs.share), occupancy: close(needs.occupancy) };
      return { ...hour, open: close(open), expected: close(expected), staff };
    });
    expect(found.hours).toEqual(staffed);
    // Nothing of it is a figure of nothing.
    expect(hours.filter(({ came }) => came > 1).length).toBeGreaterThan(10);
    const agents = new Set(found.hours.map(({ staff }) => staff?.agents));
    expect(agents.size).toBeGreaterThan(1);
  });
});
