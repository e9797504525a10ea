import { type Request, Router } from 'express';
import { setupRequests } from '../../protocol/wire/setup-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import { changeSite, retireSite } from '../usecases/change-site.ts';
import { readGuide, setGuide } from '../usecases/guide.ts';
import { readSnippets } from '../usecases/read-snippets.ts';
import { readInstall, readTagCheck, startTagCheck } from '../usecases/tag-checks.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';
import { parseBased } from './based-on.ts';
import { pinnedLoaders } from './pinned-loaders.ts';
import type { PublicFiles } from './public-files.ts';

export interface SetupRoutesParts extends IdentifyParts {
  sites: Pick<SiteDirectory, 'reread'>;
  files: PublicFiles;
  publicOrigin(): string;
}

/** Sites after they were made, their tags on pages, and the first run (docs/setup.md). */
export function createSetupRoutes(parts: SetupRoutesParts): Router {
  const { context, dispatch, files } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  const keyOf = (request: Request) => String(request.params.key);
  const pinned = pinnedLoaders(files);

  routes.put(
    '/sites/:key',
    asAgent(async (subject, request) => {
      const checked = parseBased(setupRequests.site, request);
      if (!checked.ok) return checked;
      const input = { key: keyOf(request), ...checked.input, ...checked.based };
      const answer = await dispatch.guard('site:change', () => changeSite(context, subject, input));
      if (answer.ok) await parts.sites.reread();
      return answer;
    }),
  );
  routes.put(
    '/sites/:key/retired',
    asAgent(async (subject, request) => {
      const checked = parse(setupRequests.retired, request.body);
      if (!checked.ok) return checked;
      const input = { key: keyOf(request), ...checked.input };
      const answer = await dispatch.guard('site:retire', () => retireSite(context, subject, input));
      if (answer.ok) await parts.sites.reread();
      return answer;
    }),
  );
  routes.get(
    '/sites/:key/snippets',
    asAgent((_subject, request) =>
      dispatch.guard('snippets', () =>
        readSnippets(context, { key: keyOf(request), relay: parts.publicOrigin(), pinned }),
      ),
    ),
  );
  routes.get(
    '/sites/:key/install',
    asAgent((subject, request) =>
      dispatch.guard('install', () => readInstall(context, subject, { key: keyOf(request) })),
    ),
  );
  routes.post(
    '/sites/:key/checks',
    asAgent((subject, request) =>
      dispatch.guard('check:start', () => startTagCheck(context, subject, { key: keyOf(request) })),
    ),
  );
  routes.get(
    '/sites/:key/checks/:id',
    asAgent((subject, request) => {
      const input = { key: keyOf(request), id: String(request.params.id) };
      return dispatch.guard('check', () => readTagCheck(context, subject, input));
    }),
  );
  routes.get(
    '/guide',
    asAgent((subject) => dispatch.guard('guide', () => readGuide(context, subject))),
  );
  routes.put(
    '/guide',
    asAgent(async (subject, request) => {
      const checked = parse(setupRequests.guide, request.body);
      return checked.ok ? dispatch.guard('guide:set', () => setGuide(context, subject, checked.input)) : checked;
    }),
  );
  return routes;
}
