import { Router } from 'express';
import { feedbackFilter } from '../../protocol/wire/feedback-schemas.ts';
import { agentRequests } from '../../protocol/wire/schemas.ts';
import { parse } from '../gateway/refuse.ts';
import { readFeedback } from '../usecases/read-feedback.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';

/** What visitors said (docs/feedback.md). */
export function createFeedbackRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  routes.get(
    '/feedback',
    asAgent(async (subject, request) => {
      const period = parse(agentRequests.period, request.query);
      if (!period.ok) return period;
      const which = parse(feedbackFilter, request.query.which ?? 'all');
      if (!which.ok) return { ...which, field: 'which' };
      const input = { ...period.input, which: which.input };
      return dispatch.guard('feedback', () => readFeedback(context, subject, input));
    }),
  );
  return routes;
}
