import { type Request, Router } from 'express';
import { macroRequest } from '../../protocol/wire/composer-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import { addMacro, changeMacro, listMacros, removeMacro } from '../usecases/macros.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';
import { parseBased } from './based-on.ts';

/** Macros (docs/composer.md). */
export function createMacroRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  const idOf = (request: Request) => String(request.params.id);
  routes.get(
    '/macros',
    asAgent((subject) => dispatch.guard('macros', () => listMacros(context, subject))),
  );
  routes.post(
    '/macros',
    asAgent(async (subject, request) => {
      const checked = parse(macroRequest, request.body);
      if (!checked.ok) return checked;
      return dispatch.guard('macro:add', () => addMacro(context, subject, checked.input));
    }),
  );
  routes.put(
    '/macros/:id',
    asAgent(async (subject, request) => {
      const checked = parseBased(macroRequest, request);
      if (!checked.ok) return checked;
      const input = { id: idOf(request), ...checked.input, ...checked.based };
      return dispatch.guard('macro:change', () => changeMacro(context, subject, input));
    }),
  );
  routes.delete(
    '/macros/:id',
    asAgent((subject, request) =>
      dispatch.guard('macro:remove', () => removeMacro(context, subject, { id: idOf(request) })),
    ),
  );
  return routes;
}
