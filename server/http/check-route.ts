import express, { Router } from 'express';
import { FRAME_BYTES_MAX, ID_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { setupRequests } from '../../protocol/wire/setup-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import type { Context } from '../usecases/context.ts';
import type { RateLimit } from '../usecases/limit-rate.ts';
import { tellTagCheck } from '../usecases/tag-checks.ts';
import type { Caller } from './headers.ts';
import { guestHeaders } from './headers.ts';

export interface CheckRouteParts {
  context: Context;
  caller: Pick<Caller, 'addressOf'>;
  connects: RateLimit;
}

/**
 * Z8 A page that was opened with a mark tells what it found. Any page may: it is not listed perhaps, which is what somebody wants to know. It
 * gets no answer to read, needs a mark that an owner just made, and is heard once. As a script too, for pages that may connect to nothing.
 */
export function createCheckRoute({ context, caller, connects }: CheckRouteParts): Router {
  const routes = Router();
  const hear = async (request: express.Request, said: unknown, origin: string | undefined) => {
    const checked = parse(setupRequests.pageReport, said);
    const id = String(request.params.id);
    if (!checked.ok || origin === undefined || id.length > ID_CHARS_MAX) return;
    if (connects.take(caller.addressOf(request)) > 0) return;
    await tellTagCheck(context, { id, origin, ...checked.input });
  };
  // `text/plain`: what a page may send without asking first.
  const text = express.text({ inflate: false, limit: FRAME_BYTES_MAX, type: 'text/plain' });
  routes.post('/:id', guestHeaders, text, async (request, response) => {
    await hear(request, readJson(request.body), originOf(request.headers.origin));
    response.status(204).end();
  });
  routes.get('/:id/told.js', guestHeaders, async (request, response) => {
    await hear(request, readJson(request.query.said), originOf(request.headers.origin ?? request.headers.referer));
    response.set('Cache-Control', 'no-store').type('text/javascript').end('export {};\n');
  });
  return routes;
}

function originOf(text: string | undefined): string | undefined {
  return text !== undefined && URL.canParse(text) ? new URL(text).origin : undefined;
}

function readJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
