import { type Request, Router } from 'express';
import { basedOn, departmentHours, siteSettings } from '../../protocol/wire/settings-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import {
  previewSettings,
  readDepartmentHours,
  readSiteSettings,
  setDepartmentHours,
  setSiteSettings,
} from '../usecases/set-settings.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';

/** What owners and admins set for a site, and the hours of a department (docs/hours.md). */
export function createSettingsRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
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
      const based = parse(basedOn, request.query.basedOn);
      if (!based.ok) return { ...based, field: 'basedOn' };
      const input = { key: named(request, 'key'), settings: checked.input, basedOn: based.input };
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
      const based = parse(basedOn, request.query.basedOn);
      if (!based.ok) return { ...based, field: 'basedOn' };
      const input = { id: named(request, 'id'), settings: checked.input, basedOn: based.input };
      return dispatch.guard('hours:set', () => setDepartmentHours(context, subject, input));
    }),
  );
  routes.post(
    '/hours/preview',
    asAgent(async (subject, request) => {
      const checked = parse(departmentHours, request.body);
      if (!checked.ok) return checked;
      return dispatch.guard('hours:preview', () => previewSettings(context, subject, checked.input));
    }),
  );
  return routes;
}
