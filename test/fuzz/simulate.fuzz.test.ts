import { describe, expect, it } from 'vitest';
import { simulate } from '../../server/domain/simulate/simulate.ts';
import { meanWaitMs, shareThatLeaves, waitMsAt } from '../unit/domain/simulate/erlang.ts';
import { expectNear, planOf } from '../unit/domain/simulate/plan-of.ts';

const MINUTE = 60_000;

describe('the simulator against the textbook', () => {
  // Ten conversations an hour and server, and so many arrivals that chance stays well below 5 %.
  it.each([
    { agentCount: 1, capacity: 1, perHour: 7, days: 4_000 },
    { agentCount: 3, capacity: 1, perHour: 24, days: 1_500 },
    { agentCount: 2, capacity: 4, perHour: 64, days: 500 },
    { agentCount: 12, capacity: 1, perHour: 96, days: 400 },
    { agentCount: 20, capacity: 1, perHour: 170, days: 250 },
  ])(
    'Q10 agrees with Erlang C within 5 %: $agentCount × $capacity, $perHour an hour',
    (given) => {
      const { agentCount, capacity, perHour, days } = given;
      const figures = simulate(planOf({ agentCount, capacity, days, arrivals: [{ from: 0, perHour }] }));
      const queue = { servers: agentCount * capacity, arrivals: perHour, serves: 10 };
      expectNear(figures.all.wait.meanMs, meanWaitMs(queue));
      expectNear(figures.all.wait.p90Ms, waitMsAt(queue, 0.9));
      expectNear(figures.all.wait.p95Ms, waitMsAt(queue, 0.95));
      const half = waitMsAt(queue, 0.5);
      if (half > 0) expectNear(figures.all.wait.p50Ms, half);
      else expect(figures.all.wait.p50Ms).toBe(0);
      expectNear(figures.roomUsed, perHour / (10 * queue.servers));
      expect(figures.all.abandoned).toBe(0);
    },
    30_000,
  );

  it.each([
    { agentCount: 4, perHour: 44, patience: 3 },
    { agentCount: 10, perHour: 95, patience: 2 },
  ])(
    'Q10 agrees with Erlang A within 5 %: $agentCount agents, $perHour an hour, patience $patience min',
    (given) => {
      const { agentCount, perHour, patience } = given;
      const figures = simulate(
        planOf({
          agentCount,
          days: 250,
          arrivals: [{ from: 0, perHour }],
          patience: { spread: 'exponential', meanMs: patience * MINUTE },
        }),
      );
      const leaves = shareThatLeaves({ servers: agentCount, arrivals: perHour, serves: 10 }, 60 / patience);
      expectNear(figures.all.abandoned / figures.all.came, leaves);
    },
    30_000,
  );
});
