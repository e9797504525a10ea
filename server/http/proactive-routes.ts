import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Request, type Response, Router } from 'express';
import type { Clock } from '../../protocol/kit/clock.ts';
import { REREAD_EVERY_MS } from '../../protocol/wire/limits.ts';
import type { ProactiveTold } from '../../protocol/wire/proactive.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import type { Context } from '../usecases/context.ts';
import { readAvailability } from '../usecases/read-availability.ts';
import { readProactive } from '../usecases/read-proactive.ts';
import { guestHeaders } from './headers.ts';
import type { PublicFile, PublicFiles, Variant } from './public-files.ts';
import { serveFile } from './serve-file.ts';

/** Where the build leaves room for what the owner set (widget/proactive/proactive.ts). */
const TOLD = '__PROACTIVE_TOLD__';
const BUILT = '/proactive.js';
const TYPE = 'text/javascript; charset=utf-8';
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
  const nothing = fileOf(NOTHING);
  const made = new Map<string, { text: string; file: PublicFile }>();
  // Where nobody can say, nobody is there: a page needs no error for it.
  const isAnybodyThere = rememberedFor(REREAD_EVERY_MS, clock, () => readAvailability(context).catch(() => false));

  /** Compressed when the rules change, not when they are asked for. */
  const fileFor = (told: ProactiveTold): PublicFile => {
    const text = spell(told);
    const known = made.get(told.site);
    if (known?.text === text) return known.file;
    const file = fileOf(before + text + after);
    made.set(told.site, { text, file });
    return file;
  };
  const serve = async (request: Request, response: Response): Promise<void> => {
    const site = sites.find(String(request.params.file).replace(/\.js$/, ''));
    if (!site || !String(request.params.file).endsWith('.js')) {
      response.status(404).type('text/plain').send('There is no such site.\n');
      return;
    }
    const told = after === undefined ? null : await readProactive(context, site, isAnybodyThere);
    serveFile(request, response, told ? fileFor(told) : nothing, 'brief');
  };

  routes.get('/proactive/:file', guestHeaders, serve);
  return routes;
}

/** As a literal of JavaScript: nothing in it can end a script or a line. */
function spell(told: ProactiveTold): string {
  return JSON.stringify(told).replace(
    /[<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function fileOf(text: string): PublicFile {
  const plain = Buffer.from(text);
  const variants: Variant[] = [
    variantOf(brotliCompressSync(plain), 'br'),
    variantOf(gzipSync(plain), 'gzip'),
    variantOf(plain, null),
  ];
  return { type: TYPE, variants };
}

function variantOf(content: Buffer, encoding: Variant['encoding']): Variant {
  return { encoding, content, etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"` };
}

/** Every page that is looked at asks; the store is asked once in a while. */
function rememberedFor(ms: number, clock: Clock, ask: () => Promise<boolean>): () => Promise<boolean> {
  let at = Number.NEGATIVE_INFINITY;
  let answer: Promise<boolean> = Promise.resolve(false);
  return () => {
    const now = clock.now();
    if (Math.abs(now - at) < ms) return answer;
    at = now;
    answer = ask();
    return answer;
  };
}
