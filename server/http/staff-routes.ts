import { type Request, Router } from 'express';
import { staffRequests } from '../../protocol/wire/staff-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import { changeStaffMember, listStaff } from '../usecases/change-staff.ts';
import { addDepartment, changeDepartment, listDepartments, removeDepartment } from '../usecases/departments.ts';
import { readRoutingPlan, setRoutingPlan } from '../usecases/set-routing-plan.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';
import { asTable } from './as-table.ts';
import { parseBased } from './based-on.ts';
import { staffTable } from './list-tables.ts';

/** Departments, people and the routing plan (R12). */
export function createStaffRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  const idOf = (request: Request) => String(request.params.id);

  routes.get(
    '/departments',
    asAgent((subject) => dispatch.guard('departments', () => listDepartments(context, subject))),
  );
  routes.post(
    '/departments',
    asAgent(async (subject, request) => {
      const checked = parse(staffRequests.department, request.body);
      if (!checked.ok) return checked;
      return dispatch.guard('department:add', () => addDepartment(context, subject, checked.input));
    }),
  );
  routes.put(
    '/departments/:id',
    asAgent(async (subject, request) => {
      const checked = parseBased(staffRequests.department, request);
      if (!checked.ok) return checked;
      const input = { id: idOf(request), ...checked.input, ...checked.based };
      return dispatch.guard('department:change', () => changeDepartment(context, subject, input));
    }),
  );
  routes.delete(
    '/departments/:id',
    asAgent((subject, request) =>
      dispatch.guard('department:remove', () => removeDepartment(context, subject, { id: idOf(request) })),
    ),
  );
  routes.get(
    '/staff',
    asTable(parts, 'staff', (subject) => dispatch.guard('staff', () => listStaff(context, subject)), staffTable),
  );
  routes.put(
    '/staff/:id',
    asAgent(async (subject, request) => {
      const checked = parseBased(staffRequests.member, request);
      if (!checked.ok) return checked;
      const input = { agentId: idOf(request), ...checked.input, ...checked.based };
      return dispatch.guard('staff:change', () => changeStaffMember(context, subject, input));
    }),
  );
  routes.get(
    '/routing-plan',
    asAgent((subject) => dispatch.guard('plan', () => readRoutingPlan(context, subject))),
  );
  routes.put(
    '/routing-plan',
    asAgent(async (subject, request) => {
      const checked = parseBased(staffRequests.routingPlan, request);
      if (!checked.ok) return checked;
      return dispatch.guard('plan:set', () => setRoutingPlan(context, subject, checked.input, checked.based));
    }),
  );
  return routes;
}
