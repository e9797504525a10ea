import { describe, expect, it } from 'vitest';
import { simulate } from '../../../../server/domain/simulate/simulate.ts';
import { meanWaitMs, waitMsAt } from './erlang.ts';
import { expectNear, planOf } from './plan-of.ts';

const MINUTE = 60_000;

describe('the simulator', () => {
  it('Q10 agrees with Erlang C: the short form of test/fuzz/simulate.fuzz.test.ts', () => {
    const figures = simulate(planOf({ agentCount: 3, days: 400, arrivals: [{ from: 0, perHour: 21 }] }));
    const queue = { servers: 3, arrivals: 21, serves: 10 };
    expectNear(figures.all.wait.meanMs, meanWaitMs(queue));
    expectNear(figures.all.wait.p90Ms, waitMsAt(queue, 0.9));
    expectNear(figures.occupancy, 0.7);
    // The band that it gives holds the truth, and is narrow.
    expect(Math.abs((figures.all.wait.meanMs ?? 0) - meanWaitMs(queue))).toBeLessThan(figures.meanErrorMs ?? 0);
    expect(figures.meanErrorMs).toBeLessThan(meanWaitMs(queue) / 10);
  });

  it('Q10 the same plan gives the same figures, another seed others', () => {
    const plan = planOf({ agentCount: 2, days: 5, arrivals: [{ from: 0, perHour: 15 }] });
    expect(simulate(plan)).toEqual(simulate(plan));
    expect(simulate({ ...plan, seed: 8 })).not.toEqual(simulate(plan));
  });

  it('Q10 one more agent in the busy hours shortens the waits of those hours', () => {
    const shift = { from: 8 * 60, to: 18 * 60 };
    const arrivals = [
      { from: 0, perHour: 0 },
      { from: 8 * 60, perHour: 12 },
      { from: 10 * 60, perHour: 28 },
      { from: 14 * 60, perHour: 12 },
      { from: 18 * 60, perHour: 0 },
    ];
    const team = ['Ana', 'Bo', 'Cy'].map((name) => ({ name, capacity: 1, shifts: [shift] }));
    const more = { name: 'Di', capacity: 1, shifts: [{ from: 10 * 60, to: 14 * 60 }] };
    const now = simulate(planOf({ days: 60, arrivals, agents: team }));
    const then = simulate(planOf({ days: 60, arrivals, agents: [...team, more] }));
    expect(then.hours[12]?.wait.p90Ms).toBeLessThan((now.hours[12]?.wait.p90Ms ?? 0) / 2);
    expect(now.hours[3]?.came).toBe(0);
    expect(then.agents[3]?.occupancy).toBeGreaterThan(0.5);
  });

  it('Q10 whoever comes to a full queue is turned away; who is there for nobody waits', () => {
    const nobody = simulate(planOf({ agents: [], arrivals: [{ from: 0, perHour: 20 }], queueMax: 3 }));
    expect(nobody.all).toMatchObject({ served: 0, abandoned: 0, inTime: 0 });
    expect(nobody.all.refused).toBe(nobody.all.came);
    expect(nobody.occupancy).toBeNull();
  });

  it('Q10 after the shift nobody new is taken; a shift may pass midnight', () => {
    const night = planOf({
      days: 3,
      arrivals: [{ from: 0, perHour: 20 }],
      handling: { spread: 'fixed', meanMs: MINUTE },
      patience: { spread: 'fixed', meanMs: 1 },
      agents: [{ name: 'Ana', capacity: 3, shifts: [{ from: 22 * 60, to: 30 * 60 }] }],
    });
    const { hours } = simulate(night);
    const served = hours.map((hour) => hour.served > 0);
    expect(served.map((was, hour) => (was ? hour : -1)).filter((hour) => hour >= 0)).toEqual([
      0, 1, 2, 3, 4, 5, 22, 23,
    ]);
  });

  it('Q10 every visitor of the counted days is counted once', () => {
    const { all, hours } = simulate(
      planOf({ days: 4, arrivals: [{ from: 0, perHour: 30 }], patience: { spread: 'exponential', meanMs: MINUTE } }),
    );
    expect(all.served + all.abandoned).toBeGreaterThanOrEqual(all.came - 5);
    expect(hours.reduce((sum, hour) => sum + hour.came, 0)).toBe(all.came);
    expect(all.wait.n).toBe(all.came);
  });
});
