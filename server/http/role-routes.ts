import { type Request, Router } from 'express';
import { roleRequests } from '../../protocol/wire/role-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import type { Report } from '../observe/report.ts';
import type { AgentSubject } from '../usecases/context.ts';
import { addRole, changeRole, listRoles, removeRole } from '../usecases/roles.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';
import { parseBased } from './based-on.ts';

/** What roles may do (T19). Who changed it stands in the log. */
export function createRoleRoutes(parts: IdentifyParts & { report: Report }): Router {
  const { context, dispatch, report } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  const idOf = (request: Request) => String(request.params.id);
  const audited = <T extends { ok: boolean }>(what: string, roleId: string, subject: AgentSubject, answer: T): T => {
    if (answer.ok) report({ kind: 'role_changed', what, roleId, agentId: subject.agent.id });
    return answer;
  };
  routes.get(
    '/roles',
    asAgent((subject) => dispatch.guard('roles', () => listRoles(context, subject))),
  );
  routes.post(
    '/roles',
    asAgent(async (subject, request) => {
      const checked = parse(roleRequests.newRole, request.body);
      if (!checked.ok) return checked;
      const answer = await dispatch.guard('role:add', () => addRole(context, subject, checked.input));
      return audited('role:add', answer.ok ? answer.value.id : '', subject, answer);
    }),
  );
  routes.put(
    '/roles/:id',
    asAgent(async (subject, request) => {
      const checked = parseBased(roleRequests.role, request);
      if (!checked.ok) return checked;
      const input = { id: idOf(request), ...checked.input, ...checked.based };
      const answer = await dispatch.guard('role:change', () => changeRole(context, subject, input));
      return audited('role:change', input.id, subject, answer);
    }),
  );
  routes.delete(
    '/roles/:id',
    asAgent(async (subject, request) => {
      const id = idOf(request);
      const answer = await dispatch.guard('role:remove', () => removeRole(context, subject, { id }));
      return audited('role:remove', id, subject, answer);
    }),
  );
  return routes;
}
