import { Router } from 'express';
import { keepingAsked } from '../../protocol/wire/keeping-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import { previewKeeping } from '../usecases/keeping.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';

/** J13: what would go, before anything is saved. */
export function createKeepingRoutes(parts: IdentifyParts): Router {
  const routes = Router();
  const asAgent = createAsAgent(parts);
  routes.get(
    '/sites/:key/keeping',
    asAgent(async (subject, request) => {
      const checked = parse(keepingAsked, request.query);
      if (!checked.ok) return checked;
      const input = { key: String(request.params.key), ...checked.input };
      return parts.dispatch.guard('keeping', () => previewKeeping(parts.context, subject, input));
    }),
  );
  return routes;
}
