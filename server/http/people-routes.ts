import { Router } from 'express';
import { staffRequests } from '../../protocol/wire/staff-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import { addSiteBySubject, addStaffMember, setStaffPassword } from '../usecases/add-by-subject.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';

/** What the command line makes, made from the console: people, their passwords, sites (T1). */
export function createPeopleRoutes(parts: IdentifyParts & { sites: Pick<SiteDirectory, 'reread'> }): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  routes.post(
    '/staff',
    asAgent(async (subject, request) => {
      const checked = parse(staffRequests.newMember, request.body);
      if (!checked.ok) return checked;
      return dispatch.guard('staff:add', () => addStaffMember(context, subject, checked.input));
    }),
  );
  routes.post(
    '/staff/:id/password',
    asAgent(async (subject, request) => {
      const checked = parse(staffRequests.newPassword, request.body);
      if (!checked.ok) return checked;
      const input = { agentId: String(request.params.id), ...checked.input };
      return dispatch.guard('staff:password', () => setStaffPassword(context, subject, input));
    }),
  );
  routes.post(
    '/sites',
    asAgent(async (subject, request) => {
      const checked = parse(staffRequests.site, request.body);
      if (!checked.ok) return checked;
      const answer = await dispatch.guard('site:add', () => addSiteBySubject(context, subject, checked.input));
      // Whoever made it reads the list at once.
      if (answer.ok) await parts.sites.reread();
      return answer;
    }),
  );
  return routes;
}
