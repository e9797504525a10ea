import type { DepartmentNow, StaffMember } from '../../protocol/wire/departments.ts';
import type { Member } from '../../protocol/wire/team.ts';
import type { Context } from './context.ts';
import { loadServiceBook } from './service-book.ts';

/** T9: whoever passes a conversation on reads before whether somebody is there to take it. */
export async function listDepartmentsNow(
  context: Context,
  siteId: string,
  { members, staff }: { members: readonly Member[]; staff: readonly StaffMember[] },
): Promise<DepartmentNow[]> {
  const { store, zones, clock } = context;
  const [departments, book] = await Promise.all([store.listDepartments(), loadServiceBook(context)]);
  const there = new Set(members.flatMap((one) => (one.present && one.availability === 'available' ? [one.id] : [])));
  return departments.map((one) => {
    const { open, opensAt } = book.stateOf(one.siteId ?? siteId, one.id, zones, clock.now()).told;
    const own = staff.filter(({ departments: of }) => of.some(({ departmentId }) => departmentId === one.id));
    return { id: one.id, open, opensAt, there: own.filter(({ id }) => there.has(id)).length };
  });
}
