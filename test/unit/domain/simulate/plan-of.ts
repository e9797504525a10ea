import { expect } from 'vitest';
import type { Plan } from '../../../../server/domain/simulate/plan.ts';

const MINUTE = 60_000;
const allDay = [{ from: 0, to: 1_440 }];

export function planOf(more: Partial<Plan> & { agentCount?: number; capacity?: number }): Plan {
  const { agentCount = 1, capacity = 1, ...rest } = more;
  return {
    seed: 7,
    days: 1,
    arrivals: [{ from: 0, perHour: 0 }],
    handling: { spread: 'exponential', meanMs: 6 * MINUTE },
    patience: null,
    queueMax: null,
    agents: Array.from({ length: agentCount }, (_, index) => ({ name: `Agent ${index}`, capacity, shifts: allDay })),
    targetMs: MINUTE,
    ...rest,
  };
}

/** At most 5 % beside it. */
export function expectNear(seen: number | null, expected: number): void {
  expect(Math.abs((seen ?? Number.NaN) - expected) / expected).toBeLessThan(0.05);
}
