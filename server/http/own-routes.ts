import { type Request, Router } from 'express';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { EraseIn } from '../../protocol/wire/own.ts';
import { eraseIn } from '../../protocol/wire/own-schemas.ts';
import type { Dispatch } from '../gateway/dispatch.ts';
import { rowsFrom } from '../gateway/rows.ts';
import type { Report } from '../observe/report.ts';
import type { VisitorSubject } from '../usecases/context.ts';
import { eraseOwn } from '../usecases/people/own.ts';
import { sendAnswer } from './answers.ts';

export interface OwnRoutesParts {
  dispatch: Dispatch;
  report: Report;
}

type OwnCommands = { 'own:erase': { in: EraseIn; out: { erasing: number } } };

/** Behind the same gate as the commands (D9); counted as what she sends, so that it cannot be asked for without end. */
const rows = rowsFrom<VisitorSubject, OwnCommands>({ 'own:erase': { schema: eraseIn, bucket: 'send', run: eraseOwn } });

/**
 * J15. A question of its own and no command of the socket: every connection of hers ends with it, and she is to hear that it was
 * done. That it was stands in the log.
 */
export function createOwnRoutes(
  { dispatch, report }: OwnRoutesParts,
  identify: (request: Request) => Promise<Answer<VisitorSubject>>,
): Router {
  const routes = Router();
  routes.post('/erase', async (request, response) => {
    const known = await identify(request);
    if (!known.ok) return sendAnswer(response, known);
    const asker = { socketId: null, underWay: 0 };
    const answer = await dispatch.run(rows, known.value, 'own:erase', request.body, asker);
    if (answer.ok) report({ kind: 'visitor_erased', visitorId: known.value.visitorId });
    sendAnswer(response, answer);
  });
  return routes;
}
