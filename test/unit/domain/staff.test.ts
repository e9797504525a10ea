import { describe, expect, it } from 'vitest';
import type { Role } from '../../../protocol/wire/model.ts';
import { decideStaffChange } from '../../../server/domain/staff.ts';

const decide = (actor: Role, from: Role, to: Role) =>
  decideStaffChange({ role: actor }, { role: from }, { role: to }).do;

describe('R12 who may change the team', () => {
  it('an agent changes nobody', () => {
    for (const role of ['owner', 'admin', 'agent'] as const) expect(decide('agent', role, role)).toBe('refuse');
  });
  it('an admin changes admins and agents, and makes no owner', () => {
    expect(decide('admin', 'agent', 'admin')).toBe('change');
    expect(decide('admin', 'admin', 'agent')).toBe('change');
    expect(decide('admin', 'agent', 'owner')).toBe('refuse');
    expect(decide('admin', 'owner', 'agent')).toBe('refuse');
    expect(decide('admin', 'owner', 'owner')).toBe('refuse');
  });
  it('an owner changes everybody', () => {
    expect(decide('owner', 'owner', 'agent')).toBe('change');
    expect(decide('owner', 'agent', 'owner')).toBe('change');
  });
});
