import { type Request, type RequestHandler, type Response, Router } from 'express';
import { type Answer, type Refusal, refusal, success } from '../../protocol/wire/errors.ts';
import type { VisitorPollIn, VisitorPollOut } from '../../protocol/wire/events.ts';
import { ID_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { visitorHello, visitorPoll } from '../../protocol/wire/schemas.ts';
import { PROTOCOL_VERSION } from '../../protocol/wire/version.ts';
import { parse, tooFast } from '../gateway/refuse.ts';
import { type Rows, rowsFrom } from '../gateway/rows.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import { visitorRows } from '../gateway/visitor-commands.ts';
import { fromWhere, refuseHello } from '../gateway/visitor-namespace.ts';
import type { Context, VisitorSubject } from '../usecases/context.ts';
import { identifyVisitor } from '../usecases/identify-visitor.ts';
import type { RateLimit } from '../usecases/limit-rate.ts';
import { pollVisitor } from '../usecases/poll-visitor.ts';
import type { LoadShed } from '../usecases/shed-load.ts';
import { startVisitorSession } from '../usecases/start-visitor-session.ts';
import { sendAnswer } from './answers.ts';
import { createCors, wrongOrigin } from './cors.ts';
import { createPictureRoute } from './face-routes.ts';
import { createFileRoutes, type FileRoutesParts } from './file-routes.ts';
import { type Caller, guestHeaders } from './headers.ts';
import { jsonBody } from './json-body.ts';
import { createOwnRoutes, type OwnRoutesParts } from './own-routes.ts';
import { createPresenceRoutes } from './presence-routes.ts';

export interface VisitorRoutesParts extends FileRoutesParts, OwnRoutesParts {
  context: Context;
  sites: SiteDirectory;
  caller: Caller;
  /** Sessions and wrong tokens take from the budget of connections. */
  connects: RateLimit;
  load: LoadShed;
}

/** Behind the same gate as the commands, but not one of them: the socket has facts instead. */
type Polls = { poll: { in: VisitorPollIn; out: VisitorPollOut } };
const pollRows = rowsFrom<VisitorSubject, Polls>({ poll: { schema: visitorPoll, bucket: 'signal', run: pollVisitor } });

/** The visitor's commands where WebSocket is blocked: the same rows, the same answers (P9). */
export function createVisitorRoutes(parts: VisitorRoutesParts): Router {
  const routes = Router();
  routes.get('/why', guestHeaders, (request, response) => {
    response.vary('Origin').set('Cache-Control', 'no-store').json(whyNot(parts.sites, request));
  });
  routes.use(nameOwnOrigin(parts.caller), createCors(parts.sites), jsonBody);
  routes.post('/session', async (request, response) => answer(response, await openSession(parts, request)));
  routes.post('/poll', async (request, response) => answer(response, await run(parts, request, pollRows, 'poll')));
  routes.post('/commands/:name', async (request, response) =>
    answer(response, await run(parts, request, visitorRows, request.params.name)),
  );
  routes.use(createPresenceRoutes(parts, (request) => identify(parts, request)));
  routes.use(createFileRoutes(parts, (request) => identify(parts, request)));
  routes.use(createOwnRoutes(parts, (request) => identify(parts, request)));
  routes.use(createPictureRoute(parts, (request) => identify(parts, request)));
  return routes;
}

/**
 * Reads of a page's own server come without `Origin`; browsers say then in another way that they are that (W31). Our own origin must be
 * among the site's all the same.
 */
function nameOwnOrigin(caller: Caller): RequestHandler {
  return (request, _response, next) => {
    const { headers } = request;
    if (headers.origin === undefined && headers['sec-fetch-site'] === 'same-origin')
      headers.origin = `${caller.isEncrypted(request) ? 'https' : 'http'}://${headers.host}`;
    next();
  };
}

/** A page whose origin is not on the list of this very site does not get to read why in detail. */
function answer(response: Response, told: Answer<unknown>): void {
  if (!told.ok && (told.error === 'origin_not_allowed' || told.error === 'site_unknown')) {
    response.removeHeader('Access-Control-Allow-Origin');
  }
  sendAnswer(response, told);
}

/**
 * W2: the one answer that every page may read: whether this very origin may use this site. It is told nothing that a connection
 * would not tell, and status 200, so that a page which asks has no error in its console.
 */
function whyNot(sites: SiteDirectory, { query, headers }: Request): Answer<null> {
  const site = typeof query.site === 'string' ? query.site : '';
  return refuseHello(sites, { version: PROTOCOL_VERSION, site }, headers.origin) ?? success(null);
}

async function openSession(parts: VisitorRoutesParts, request: Request): Promise<Answer<unknown>> {
  const shed = parts.load.refuseStart('visitor');
  if (shed) return shed;
  const checked = parse(visitorHello, request.body);
  if (!checked.ok) return checked;
  const hello = checked.input;
  const refused = refuseHello(parts.sites, hello, request.headers.origin) ?? overBudget(parts, request);
  const site = parts.sites.find(hello.site);
  if (refused || !site) return refused ?? refusal('site_unknown');
  const started = await parts.dispatch.guard('session:start', () => startVisitorSession(parts.context, site, hello));
  return started.ok ? { ok: true, value: started.value.ready } : started;
}

async function run(
  parts: VisitorRoutesParts,
  request: Request,
  rows: Rows<VisitorSubject>,
  name: string | undefined,
): Promise<Answer<unknown>> {
  const known = await identify(parts, request);
  if (!known.ok) return known;
  return parts.dispatch.run(rows, known.value, name, request.body, { socketId: null, underWay: 0 });
}

async function identify(parts: VisitorRoutesParts, request: Request): Promise<Answer<VisitorSubject>> {
  const key = request.get('X-Deskbell-Site') ?? '';
  const site = parts.sites.find(key);
  if (!site) return refusal('site_unknown', { hint: 'Name the site in the header X-Deskbell-Site.' });
  if (!parts.sites.allows(key, request.headers.origin)) return wrongOrigin();
  const token = /^Bearer (\S+)$/.exec(request.get('Authorization') ?? '')?.[1];
  if (!token || token.length > ID_CHARS_MAX)
    return refusal('unauthorized', { hint: 'Send Authorization: Bearer vst_…' });
  return parts.dispatch.guard('visitor:identify', async () => {
    const known = await identifyVisitor(parts.context, site.id, token);
    return known.answer.ok
      ? { ...known, answer: success(fromHere(parts, request, known.answer.value)) }
      : { ...known, answer: overBudget(parts, request) ?? known.answer };
  });
}

function fromHere(parts: VisitorRoutesParts, request: Request, subject: VisitorSubject): VisitorSubject {
  return fromWhere(parts, subject, parts.caller.addressOf(request), request.get('User-Agent'));
}

function overBudget(parts: VisitorRoutesParts, request: Request): Refusal | undefined {
  const waitMs = parts.connects.take(parts.caller.addressOf(request));
  return waitMs > 0 ? tooFast(waitMs) : undefined;
}
