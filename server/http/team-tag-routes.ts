import { Router } from 'express';
import { setupRequests } from '../../protocol/wire/setup-schemas.ts';
import { readTeamTags, setTeamTags } from '../usecases/team-tags.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';
import { parseBased } from './based-on.ts';

/** The tags that the team agreed on (U13). */
export function createTeamTagRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  routes.get(
    '/tags',
    asAgent((subject) => dispatch.guard('tags', () => readTeamTags(context, subject))),
  );
  routes.put(
    '/tags',
    asAgent(async (subject, request) => {
      const checked = parseBased(setupRequests.teamTags, request);
      if (!checked.ok) return checked;
      const input = { ...checked.input, ...checked.based };
      return dispatch.guard('tags:set', () => setTeamTags(context, subject, input));
    }),
  );
  return routes;
}
