import { type Request, type RequestHandler, Router } from 'express';
import type { Clock } from '../../protocol/kit/clock.ts';
import { CHECK_MARK } from '../../protocol/wire/install.ts';
import { REREAD_EVERY_MS } from '../../protocol/wire/limits.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import type { Report } from '../observe/report.ts';
import type { Context } from '../usecases/context.ts';
import { readLook } from '../usecases/read-look.ts';
import { createSawTag, originOf } from '../usecases/saw-tag.ts';
import { listLookedAt } from '../usecases/tag-checks.ts';
import { guestHeaders } from './headers.ts';
import { MadeFiles, spellLiteral } from './made-file.ts';
import type { PublicFiles } from './public-files.ts';
import { rememberedFor } from './remembered-for.ts';
import { serveFile } from './serve-file.ts';
import { loaderLanguage, speakLoader } from './speak-loader.ts';

const BUILT = '/deskbell.js';

/** In the built loader: where it reads what the tag says. What the owner set goes under it (Z10). */
const TAG_SAYS = /\{\.\.\.([\w$]+)\.dataset,/;
/** Only while an owner looks at a page of this site, or at this page (Z7): a page with a mark in its address tells what it finds. */
const LOOKS = `/${CHECK_MARK}=/.test(location.hash)&&import(new URL("check.js",document.currentScript.src).href).catch(()=>{});\n`;

export interface LoaderRouteParts {
  context: Context;
  clock: Clock;
  report: Report;
  files: PublicFiles;
  sites: Pick<SiteDirectory, 'find'>;
}

/** The script of the tag: plain, or with the look of the site that its address names. Who asks for it is noted by origin (Z6). */
export function createLoaderRoute(parts: LoaderRouteParts): Router {
  const { context, files, sites, report } = parts;
  const routes = Router({ caseSensitive: true, strict: true });
  const made = new MadeFiles();
  const built = files.get(BUILT);
  const plain = built?.variants.find(({ encoding }) => encoding === null)?.content.toString('utf8');
  const sawTag = createSawTag({ store: context.store, clock: parts.clock });
  const lookedAt = rememberedFor(REREAD_EVERY_MS, parts.clock, () => listLookedAt(context));
  /** Whatever stands on a page of a site that is looked at: it may be the tag of another one, or of none (Z8). */
  const isLookedAt = async (key: string, { headers }: Request) => {
    const keys = await lookedAt();
    if (keys.has(key)) return true;
    const page = originOf(headers.origin ?? headers.referer);
    return page !== undefined && [...keys].some((one) => sites.find(one)?.origins.includes(page));
  };
  const note = (siteKey: string, request: Request) => {
    const { origin, referer } = request.headers;
    void sawTag({ siteKey, referer: origin ?? referer }).catch((error) =>
      report({ kind: 'background_failed', task: 'sightings', error }),
    );
  };
  const serve: RequestHandler = async (request, response, next) => {
    if (!built || plain === undefined) return next();
    const { site: named, locale: wished } = request.query;
    const key = typeof named === 'string' ? named : '';
    note(key, request);
    response.vary('Accept-Language');
    const site = sites.find(key);
    const look = site ? await readLook(context, site) : {};
    const wishes = [wished, look.locale].map((wish) => (typeof wish === 'string' ? wish : undefined));
    const code = loaderLanguage(wishes, request.headers['accept-language']);
    const spoken = speakLoader(plain, code);
    const said = Object.keys(look).length > 0;
    const text = said ? spoken.replace(TAG_SAYS, (_, tag) => `{...${spellLiteral(look)},...${tag}.dataset,`) : spoken;
    const kept = site ? key : '';
    if (await isLookedAt(key, request))
      return serveFile(request, response, made.fileFor(`${kept} look ${code}`, LOOKS + text), 'never');
    serveFile(
      request,
      response,
      text === plain ? built : made.fileFor(`${kept} ${code}`, text),
      site ? 'brief' : 'short',
    );
  };
  routes.get(BUILT, guestHeaders, serve);
  return routes;
}
