import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { type Answer, refusal } from '../../protocol/wire/errors.ts';
import { IDENTITY_CHARS_MAX, IMPORT_BYTES_MAX } from '../../protocol/wire/limits.ts';
import { tooFast } from '../gateway/refuse.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import type { Done } from '../usecases/context.ts';
import {
  eraseCustomer,
  findImportSite,
  type ImportIn,
  type ImportSite,
  importCustomers,
  importOrders,
  judgeImportToken,
} from '../usecases/import-orders.ts';
import type { RateLimit } from '../usecases/limit-rate.ts';
import { createOwnOriginGate, type IdentifyParts, identify } from './agent-gate.ts';
import { sendAnswer } from './answers.ts';
import type { Caller } from './headers.ts';

export interface ImportRoutesParts extends IdentifyParts {
  sites: Pick<SiteDirectory, 'isOwn'>;
  caller: Caller;
  /** Wrong tokens take from the budget of connections. */
  connects: RateLimit;
}

const FORMATS: Record<string, ImportIn['format']> = {
  'text/csv': 'csv',
  'application/json': 'json',
  'application/x-ndjson': 'lines',
};
const rowsBody = express.text({ type: Object.keys(FORMATS), inflate: false, limit: IMPORT_BYTES_MAX });

/**
 * Orders and customers, from a site's own server by a signed token, or from whoever is signed in at the console. Who asks is
 * known before anything of a body is read.
 */
export function createImportRoutes(parts: ImportRoutesParts): Router {
  const routes = Router();
  const { context, dispatch } = parts;
  const ownOrigin = createOwnOriginGate(parts.sites);
  const gate: RequestHandler = (request, response, next) =>
    tokenOf(request) === undefined ? ownOrigin(request, response, next) : next();
  const rowsOf = (what: string, job: (site: ImportSite, input: ImportIn) => Promise<Done<unknown>>) =>
    asSite(parts, (site, request, response, next) => {
      const format = FORMATS[(request.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];
      if (!format) return sendAnswer(response, WRONG_TYPE);
      rowsBody(request, response, (error?: unknown) => {
        if (error) return next(error);
        const text = typeof request.body === 'string' ? request.body : '';
        dispatch.guard(what, () => job(site, { text, format })).then((answer) => sendAnswer(response, answer), next);
      });
    });

  routes.use(gate);
  routes.post(
    '/orders',
    rowsOf('import:orders', (site, input) => importOrders(context, site, input)),
  );
  routes.post(
    '/customers',
    rowsOf('import:customers', (site, input) => importCustomers(context, site, input)),
  );
  routes.delete(
    '/customers/:subject',
    asSite(parts, (site, request, response, next) => {
      const subject = String(request.params.subject);
      dispatch
        .guard('import:erase', () => eraseCustomer(context, site, subject))
        .then((answer) => sendAnswer(response, answer), next);
    }),
  );
  return routes;
}

const WRONG_TYPE = refusal('invalid_payload', {
  field: 'Content-Type',
  hint: `Send rows as ${Object.keys(FORMATS).join(', ')}.`,
});

type SiteJob = (site: ImportSite, request: Request, response: Response, next: (error?: unknown) => void) => void;

function asSite(parts: ImportRoutesParts, job: SiteJob): RequestHandler {
  return async (request, response, next) => {
    const found = await siteOf(parts, request);
    if (found.ok) return job(found.value, request, response, next);
    // Its body is not read: the connection ends with the answer.
    response.set('Connection', 'close');
    sendAnswer(response, found);
  };
}

async function siteOf(parts: ImportRoutesParts, request: Request): Promise<Answer<ImportSite>> {
  const { context, dispatch } = parts;
  const token = tokenOf(request);
  if (token !== undefined) {
    if (token.length > IDENTITY_CHARS_MAX) return refusal('unauthorized', { hint: 'The token is too long.' });
    const found = await dispatch.guard('import:token', () => judgeImportToken(context, token));
    if (found.ok) return found;
    const waitMs = parts.connects.take(parts.caller.addressOf(request));
    return waitMs > 0 ? tooFast(waitMs) : found;
  }
  const known = await identify(parts, request);
  if (!known.ok) return known;
  const key = typeof request.query.site === 'string' ? request.query.site : '';
  return dispatch.guard('import:site', () => findImportSite(context, known.value, key));
}

function tokenOf(request: Request): string | undefined {
  return /^Bearer (\S+)$/.exec(request.get('Authorization') ?? '')?.[1];
}
