import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Role } from '../../../protocol/wire/model.ts';
import { decideStaffChange } from '../../../server/domain/staff.ts';

const role = fc.constantFrom<Role>('owner', 'admin', 'supervisor', 'agent', 'viewer');

it('R12 whatever happens in whatever order, only owners make or change owners, and nobody else changes anybody', () => {
  const steps = fc.array(fc.record({ actor: fc.nat(4), target: fc.nat(4), next: role }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(role, { minLength: 5, maxLength: 5 }), steps, (team, changes) => {
      const roles = [...team];
      for (const { actor, target, next } of changes) {
        const [by, from] = [roles[actor] as Role, roles[target] as Role];
        if (decideStaffChange({ role: by }, { role: from }, { role: next }).do === 'refuse') continue;
        expect(['owner', 'admin']).toContain(by);
        if (from === 'owner' || next === 'owner') expect(by).toBe('owner');
        roles[target] = next;
      }
    }),
  );
});
