import { type Request, Router } from 'express';
import { reportPlan } from '../../protocol/wire/mail-schemas.ts';
import { basedOn } from '../../protocol/wire/settings-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import { readMailState, retryMail, sendTestMail, setReportPlan } from '../usecases/mail/mail-settings.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';

/** Mail as owners and admins see it (docs/mail.md). */
export function createMailRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  routes.get(
    '/mail',
    asAgent((subject) => dispatch.guard('mail', () => readMailState(context, subject))),
  );
  routes.put(
    '/mail/report',
    asAgent(async (subject, request) => {
      const checked = parse(reportPlan, request.body);
      if (!checked.ok) return checked;
      const based = parse(basedOn, request.query.basedOn);
      if (!based.ok) return { ...based, field: 'basedOn' };
      const input = { plan: checked.input, basedOn: based.input };
      return dispatch.guard('mail:report', () => setReportPlan(context, subject, input));
    }),
  );
  routes.post(
    '/mail/test',
    asAgent((subject) => dispatch.guard('mail:test', () => sendTestMail(context, subject))),
  );
  routes.post(
    '/mail/:id/retry',
    asAgent((subject, request: Request) =>
      dispatch.guard('mail:retry', () => retryMail(context, subject, { id: String(request.params.id) })),
    ),
  );
  return routes;
}
