import type { AgentSkills, Department, StaffMember } from '../../protocol/wire/departments.ts';
import type { Role } from '../../protocol/wire/model.ts';
import type { Given, RoutingPlan } from '../../protocol/wire/routing.ts';
import type { Based } from './changes.ts';

/** Who works where and what they know, and the plan by which routing decides. Part of the store (store.ts). */
export interface StaffStore {
  addDepartment(input: Department & { at: number }): Promise<'added' | 'name_taken' | 'too_many'>;
  /** `stale`, here and below: it is not what `basedOn` was made of (Z13), and nothing was changed. */
  changeDepartment(input: Department & Based): Promise<'changed' | 'name_taken' | 'not_found' | 'stale'>;
  /** Who waits in it or is served by it goes on without a department. */
  removeDepartment(input: { departmentId: string; at: number }): Promise<'removed' | 'not_found'>;
  listDepartments(): Promise<Department[]>;

  listStaff(): Promise<StaffMember[]>;
  findStaffMember(agentId: string): Promise<StaffMember | undefined>;
  /** `last_owner`: somebody must stay who may do everything. What is already served stays, above a smaller capacity too. */
  changeStaffMember(
    input: ChangeStaffMember & Based,
  ): Promise<'changed' | 'not_found' | 'last_owner' | 'department_unknown' | 'role_unknown' | 'stale'>;

  /** What owners set; what they did not is missing. */
  readRoutingPlan(): Promise<Given<RoutingPlan>>;
  /** `instead`: only where this is what owners set before. */
  setRoutingPlan(plan: Given<RoutingPlan>, instead?: Given<RoutingPlan>): Promise<'set' | 'stale'>;
}

export interface ChangeStaffMember extends AgentSkills {
  agentId: string;
  name: string;
  role: Role;
  /** One of the owners' own roles, whose base is `role`. */
  roleId?: string | null | undefined;
  capacity: number;
}
