import { Router } from 'express';
import {
  businessAsked,
  businessRowsAsked,
  businessSettings,
  forecastAsked,
} from '../../protocol/wire/business-schemas.ts';
import { basedOn } from '../../protocol/wire/settings-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import { readBusinessSettings, setBusinessSettings } from '../usecases/business-settings.ts';
import { listBusinessRows, readBusiness } from '../usecases/read-business.ts';
import { readForecast } from '../usecases/read-forecast.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';

/** The measures of business, the forecast, and what owners say of money (docs/business.md). */
export function createBusinessRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  routes.get(
    '/reports/business',
    asAgent(async (subject, request) => {
      const asked = parse(businessAsked, request.query);
      return asked.ok ? dispatch.guard('business', () => readBusiness(context, subject, asked.input)) : asked;
    }),
  );
  routes.get(
    '/reports/business/rows',
    asAgent(async (subject, request) => {
      const asked = parse(businessRowsAsked, request.query);
      return asked.ok ? dispatch.guard('business:rows', () => listBusinessRows(context, subject, asked.input)) : asked;
    }),
  );
  routes.get(
    '/reports/forecast',
    asAgent(async (subject, request) => {
      const asked = parse(forecastAsked, request.query);
      return asked.ok ? dispatch.guard('forecast', () => readForecast(context, subject, asked.input)) : asked;
    }),
  );
  routes.get(
    '/business-settings',
    asAgent((subject) => dispatch.guard('business:settings', () => readBusinessSettings(context, subject))),
  );
  routes.put(
    '/business-settings',
    asAgent(async (subject, request) => {
      const checked = parse(businessSettings, request.body);
      if (!checked.ok) return checked;
      const based = parse(basedOn, request.query.basedOn);
      if (!based.ok) return { ...based, field: 'basedOn' };
      const input = { settings: checked.input, basedOn: based.input };
      return dispatch.guard('business:set', () => setBusinessSettings(context, subject, input));
    }),
  );
  return routes;
}
