import { type Request, Router } from 'express';
import { staffRequests } from '../../protocol/wire/staff-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import { addSavedReply, changeSavedReply, listSavedReplies, removeSavedReply } from '../usecases/saved-replies.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';
import { asTable } from './as-table.ts';
import { parseBased } from './based-on.ts';

const HEAD = ['id', 'shortcut', 'body', 'departmentId', 'own'] as const;

/** Saved replies (docs/replies.md). */
export function createReplyRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  const idOf = (request: Request) => String(request.params.id);
  routes.get(
    '/replies',
    asTable(
      parts,
      'replies',
      (subject) => dispatch.guard('replies', () => listSavedReplies(context, subject)),
      (replies) => ({
        head: HEAD,
        lines: replies.map((reply) =>
          HEAD.map((name) => (name === 'own' ? (reply.own === true ? 'yes' : '') : reply[name])),
        ),
      }),
    ),
  );
  routes.post(
    '/replies',
    asAgent(async (subject, request) => {
      const checked = parse(staffRequests.reply, request.body);
      if (!checked.ok) return checked;
      return dispatch.guard('reply:add', () => addSavedReply(context, subject, checked.input));
    }),
  );
  routes.put(
    '/replies/:id',
    asAgent(async (subject, request) => {
      const checked = parseBased(staffRequests.reply, request);
      if (!checked.ok) return checked;
      const input = { id: idOf(request), ...checked.input, ...checked.based };
      return dispatch.guard('reply:change', () => changeSavedReply(context, subject, input));
    }),
  );
  routes.delete(
    '/replies/:id',
    asAgent((subject, request) =>
      dispatch.guard('reply:remove', () => removeSavedReply(context, subject, { id: idOf(request) })),
    ),
  );
  return routes;
}
