import { type Request, Router } from 'express';
import { addIdentitySecret, listIdentitySecrets, removeIdentitySecret } from '../usecases/identity-secrets.ts';
import { readPagePolicy } from '../usecases/read-page-policy.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';

export interface SiteRoutesParts extends IdentifyParts {
  publicOrigin(): string;
}

/** What an owner needs to put the widget on a site's pages: secrets for signed identities (I9), the policy to copy (W5). */
export function createSiteRoutes(parts: SiteRoutesParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  const keyOf = (request: Request) => String(request.params.key);
  routes.get(
    '/sites/:key/identity-secrets',
    asAgent((subject, request) =>
      dispatch.guard('secrets', () => listIdentitySecrets(context, subject, { key: keyOf(request) })),
    ),
  );
  routes.post(
    '/sites/:key/identity-secrets',
    asAgent((subject, request) =>
      dispatch.guard('secret:add', () => addIdentitySecret(context, subject, { key: keyOf(request) })),
    ),
  );
  routes.delete(
    '/sites/:key/identity-secrets/:id',
    asAgent((subject, request) => {
      const input = { key: keyOf(request), id: String(request.params.id) };
      return dispatch.guard('secret:remove', () => removeIdentitySecret(context, subject, input));
    }),
  );
  routes.get(
    '/sites/:key/policy',
    asAgent((_subject, request) =>
      dispatch.guard('policy', () => readPagePolicy(context, { key: keyOf(request), relay: parts.publicOrigin() })),
    ),
  );
  return routes;
}
