import { type Request, Router } from 'express';
import type { Answer } from '../../protocol/wire/errors.ts';
import { fileAsked } from '../../protocol/wire/file-schemas.ts';
import { staffRequests } from '../../protocol/wire/staff-schemas.ts';
import type { Dispatch } from '../gateway/dispatch.ts';
import { parse } from '../gateway/refuse.ts';
import { type Rows, rowsFrom } from '../gateway/rows.ts';
import type { AgentSubject, VisitorSubject } from '../usecases/context.ts';
import { type Picture, readFace, readPicture, setFace } from '../usecases/faces.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';
import { sendAnswer } from './answers.ts';
import { pictureHeaders } from './headers.ts';

type Subject = VisitorSubject | AgentSubject;
type Pictures = { 'picture:load': { in: { id: string }; out: Picture } };

/** Behind the same gate as the commands: schema, budget, deadline. */
const pictureRows: Rows<Subject> = rowsFrom<Subject, Pictures>({
  'picture:load': { schema: fileAsked, bucket: 'signal', run: readPicture },
});

/** How agents are shown to visitors (W31): one's own, and everybody's for those who set the team up. */
export function createFaceRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  const agentIdOf = (request: Request) => String(request.params.id);
  routes.get(
    '/faces/:id',
    asAgent((subject, request) =>
      dispatch.guard('face', () => readFace(context, subject, { agentId: agentIdOf(request) })),
    ),
  );
  routes.put(
    '/faces/:id',
    asAgent(async (subject, request) => {
      const checked = parse(staffRequests.face, request.body);
      if (!checked.ok) return checked;
      const input = { agentId: agentIdOf(request), ...checked.input };
      return dispatch.guard('face:set', () => setFace(context, subject, input));
    }),
  );
  return routes;
}

/** The pictures themselves, for whoever `identify` finds the asker to be. */
export function createPictureRoute(
  { dispatch }: { dispatch: Dispatch },
  identify: (request: Request) => Promise<Answer<Subject>>,
): Router {
  const routes = Router();
  routes.get('/pictures/:id', async (request, response) => {
    const known = await identify(request);
    if (!known.ok) return sendAnswer(response, known);
    const input = { id: request.params.id };
    const found = await dispatch.run(pictureRows, known.value, 'picture:load', input, { socketId: null, underWay: 0 });
    if (!found.ok) return sendAnswer(response, found);
    const { type, content } = found.value as Picture;
    response.set(pictureHeaders(type)).end(content);
  });
  return routes;
}
