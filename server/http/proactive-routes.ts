import { type Request, type Response, Router } from 'express';
import type { Clock } from '../../protocol/kit/clock.ts';
import { REREAD_EVERY_MS } from '../../protocol/wire/limits.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import type { Context } from '../usecases/context.ts';
import { readAvailability } from '../usecases/read-availability.ts';
import { readProactive } from '../usecases/read-proactive.ts';
import { guestHeaders } from './headers.ts';
import { MadeFiles, scriptOf, spellLiteral } from './made-file.ts';
import type { PublicFiles } from './public-files.ts';
import { rememberedFor } from './remembered-for.ts';
import { serveFile } from './serve-file.ts';

/** Where the build leaves room for what the owner set (widget/proactive/proactive.ts). */
const TOLD = '__PROACTIVE_TOLD__';
const BUILT = '/proactive.js';
const NOTHING = '// Deskbell: nothing to show here now.\n';

export interface ProactiveRoutesParts {
  context: Context;
  clock: Clock;
  files: PublicFiles;
  sites: Pick<SiteDirectory, 'find'>;
}

/** X1: one script for each site, with the owner's rules inside it, so that the page asks for nothing more. */
export function createProactiveRoutes({ context, clock, files, sites }: ProactiveRoutesParts): Router {
  const routes = Router({ caseSensitive: true, strict: true });
  const built = files
    .get(BUILT)
    ?.variants.find(({ encoding }) => encoding === null)
    ?.content.toString('utf8');
  const [before = '', after] = built?.split(TOLD) ?? [];
  const nothing = scriptOf(NOTHING);
  const made = new MadeFiles();
  // Where nobody can say, nobody is there: a page needs no error for it.
  const isAnybodyThere = rememberedFor(REREAD_EVERY_MS, clock, () => readAvailability(context).catch(() => false));

  const serve = async (request: Request, response: Response): Promise<void> => {
    const site = sites.find(String(request.params.file).replace(/\.js$/, ''));
    if (!site || !String(request.params.file).endsWith('.js')) {
      response.status(404).type('text/plain').send('There is no such site.\n');
      return;
    }
    const told = after === undefined ? null : await readProactive(context, site, isAnybodyThere);
    serveFile(
      request,
      response,
      told ? made.fileFor(told.site, before + spellLiteral(told) + after) : nothing,
      'brief',
    );
  };

  routes.get('/proactive/:file', guestHeaders, serve);
  return routes;
}
