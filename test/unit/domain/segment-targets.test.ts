import { describe, expect, it } from 'vitest';
import { ROUTING_PLAN_DEFAULT } from '../../../protocol/wire/routing.ts';
import { targetFor } from '../../../server/domain/routing/target.ts';

describe('targets', () => {
  const plan = { ...ROUTING_PLAN_DEFAULT, targetMs: 60_000, segmentTargets: { vip: 20_000, returning: 40_000 } };
  const settings = { plan, departments: new Map([['d-1', { ...plan, targetMs: 90_000 }]]) };

  it('M10 a visitor’s segment goes before the department, the most urgent one first', () => {
    expect(targetFor(settings, 'd-1', ['returning', 'vip'])).toBe(20_000);
    expect(targetFor(settings, null, ['returning'])).toBe(40_000);
    expect(targetFor(settings, 'd-1', ['new'])).toBe(90_000);
    expect(targetFor(settings, null, [])).toBe(60_000);
    expect(targetFor(settings, null, ['constructor', '__proto__'])).toBe(60_000);
    expect(targetFor({ ...settings, plan: ROUTING_PLAN_DEFAULT, departments: new Map() }, null, ['vip'])).toBeNull();
  });
});
