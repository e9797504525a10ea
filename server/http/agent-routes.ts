import { Router } from 'express';
import type { Clock } from '../../protocol/kit/clock.ts';
import { success } from '../../protocol/wire/errors.ts';
import { agentRows } from '../gateway/agent-commands.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import { tagOf } from '../usecases/tag.ts';
import { type AccountRoutesParts, createAccountRoutes } from './account-routes.ts';
import { createAsAgent, createOwnOriginGate, identify } from './agent-gate.ts';
import { createBusinessRoutes } from './business-routes.ts';
import { createFaceRoutes, createPictureRoute } from './face-routes.ts';
import { createFeedbackRoutes } from './feedback-routes.ts';
import { createFileRoutes, type FileRoutesParts } from './file-routes.ts';
import { createFindRoutes } from './find-routes.ts';
import { jsonBody } from './json-body.ts';
import { createKeepingRoutes } from './keeping-routes.ts';
import { LastSavers } from './last-savers.ts';
import { createMacroRoutes } from './macro-routes.ts';
import { createMailRoutes } from './mail-routes.ts';
import { createMeasureRoutes } from './measure-routes.ts';
import { createNoticeRoutes, type NoticeRoutesParts } from './notice-routes.ts';
import { createOutsideRoutes } from './outside-routes.ts';
import { createOutsideWordsRoutes } from './outside-words-routes.ts';
import { createPeopleRoutes } from './people-routes.ts';
import { createPersonRoutes } from './person-routes.ts';
import type { PublicFiles } from './public-files.ts';
import { createReplyRoutes } from './reply-routes.ts';
import { createRoleRoutes } from './role-routes.ts';
import { createSettingsRoutes } from './settings-routes.ts';
import { createSetupRoutes } from './setup-routes.ts';
import { createSiteRoutes } from './site-routes.ts';
import { createStaffRoutes } from './staff-routes.ts';
import { createTeamTagRoutes } from './team-tag-routes.ts';

export interface AgentRoutesParts extends AccountRoutesParts, FileRoutesParts, NoticeRoutesParts {
  clock: Clock;
  sites: SiteDirectory;
  files: PublicFiles;
  /** Where the widget is fetched from, for the tag that owners copy. */
  publicOrigin(): string;
}

/** What the console asks besides its socket, and every agent command for integrations. */
export function createAgentRoutes(given: AgentRoutesParts): Router {
  const parts = { ...given, savers: new LastSavers() };
  const { dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);

  routes.use(
    createOwnOriginGate(parts.sites),
    jsonBody,
    createAccountRoutes(parts),
    createStaffRoutes(parts),
    createSettingsRoutes(parts),
    createKeepingRoutes(parts),
    createPeopleRoutes(parts),
    createReplyRoutes(parts),
    createRoleRoutes(parts),
    createMacroRoutes(parts),
    createPersonRoutes(parts),
    createBusinessRoutes(parts),
    createMailRoutes(parts),
    createNoticeRoutes(parts),
    createFindRoutes(parts),
    createFeedbackRoutes(parts),
    createFileRoutes(parts, (request) => identify(parts, request)),
    createFaceRoutes(parts),
    createPictureRoute(parts, (request) => identify(parts, request)),
    createSiteRoutes(parts),
    createSetupRoutes(parts),
    createTeamTagRoutes(parts),
    createMeasureRoutes(parts),
    createOutsideRoutes(parts),
    createOutsideWordsRoutes(parts),
  );
  routes.get(
    '/me',
    asAgent(async (subject) => success(subject.agent)),
  );
  routes.get(
    '/sites',
    asAgent(async () => success(await listSites(parts))),
  );
  routes.post(
    '/commands/:name',
    asAgent((subject, request) =>
      dispatch.run(agentRows, subject, request.params.name, request.body, { socketId: null, underWay: 0 }),
    ),
  );
  return routes;
}

/** As they are stored now: the directory is a second old, and who has just added one looks for it. */
async function listSites({ context, publicOrigin }: AgentRoutesParts) {
  return (await context.store.listSites()).map(({ id, key, name, origins, retiredAt }) => {
    const retired = retiredAt === undefined ? {} : { retiredAt };
    return { id, key, name, origins, snippet: tagOf(publicOrigin(), key), ...retired };
  });
}
