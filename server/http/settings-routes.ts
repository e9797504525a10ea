import { type Request, type Response, Router } from 'express';
import type { Answer } from '../../protocol/wire/errors.ts';
import { departmentHours, siteSettings } from '../../protocol/wire/settings-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import type { AgentSubject } from '../usecases/context.ts';
import {
  readDepartmentHours,
  readSiteSettings,
  setDepartmentHours,
  setSiteSettings,
} from '../usecases/set-settings.ts';
import { type IdentifyParts, identify } from './agent-gate.ts';
import { sendAnswer } from './answers.ts';

/** What owners and admins set for a site, and the hours of a department (docs/hours.md). */
export function createSettingsRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = (job: (subject: AgentSubject, request: Request) => Promise<Answer<unknown>>) => {
    return async (request: Request, response: Response): Promise<void> => {
      const known = await identify(parts, request);
      sendAnswer(response, known.ok ? await job(known.value, request) : known);
    };
  };
  const named = (request: Request, name: 'key' | 'id') => String(request.params[name]);

  routes.get(
    '/sites/:key/settings',
    asAgent((subject, request) =>
      dispatch.guard('settings', () => readSiteSettings(context, subject, { key: named(request, 'key') })),
    ),
  );
  routes.put(
    '/sites/:key/settings',
    asAgent(async (subject, request) => {
      const checked = parse(siteSettings, request.body);
      if (!checked.ok) return checked;
      const input = { key: named(request, 'key'), settings: checked.input };
      return dispatch.guard('settings:set', () => setSiteSettings(context, subject, input));
    }),
  );
  routes.get(
    '/departments/:id/hours',
    asAgent((subject, request) =>
      dispatch.guard('hours', () => readDepartmentHours(context, subject, { id: named(request, 'id') })),
    ),
  );
  routes.put(
    '/departments/:id/hours',
    asAgent(async (subject, request) => {
      const checked = parse(departmentHours, request.body);
      if (!checked.ok) return checked;
      const input = { id: named(request, 'id'), settings: checked.input };
      return dispatch.guard('hours:set', () => setDepartmentHours(context, subject, input));
    }),
  );
  return routes;
}
