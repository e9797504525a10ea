import type { Request, RequestHandler, Response } from 'express';
import { type Answer, refusal } from '../../protocol/wire/errors.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { Dispatch } from '../gateway/dispatch.ts';
import { sessionSecret } from '../gateway/session-cookie.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import type { AgentSubject, Context } from '../usecases/context.ts';
import { identifyAgent } from '../usecases/identify-agent.ts';
import { sendAnswer } from './answers.ts';
import type { Caller } from './headers.ts';
import type { LastSavers } from './last-savers.ts';

/**
 * Requests with a cookie are answered to our own pages only. Browsers name the origin of every write, and of reads
 * they say at least whether the page is ours (Sec-Fetch-Site); a write needs a header besides, which no foreign page
 * can set without being asked first.
 */
export function createOwnOriginGate(sites: Pick<SiteDirectory, 'isOwn'>): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    const fetchSite = request.get('Sec-Fetch-Site');
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
    const isForeign = origin === undefined ? isWrite : !sites.isOwn(origin);
    const isCrossSite = fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none';
    if (isForeign || isCrossSite) {
      return sendAnswer(
        response,
        refusal('origin_not_allowed', { hint: "Only the relay's own pages; see PUBLIC_URL." }),
      );
    }
    if (isWrite && request.get('X-Deskbell') !== '1') {
      return sendAnswer(response, refusal('forbidden', { hint: 'Send the header X-Deskbell: 1.' }));
    }
    next();
  };
}

export interface IdentifyParts {
  context: Context;
  dispatch: Dispatch;
  caller: Pick<Caller, 'isEncrypted'>;
  savers?: LastSavers;
}

/** Who asks, by the cookie. */
export async function identify(parts: IdentifyParts, request: Request): Promise<Answer<AgentSubject>> {
  const secret = sessionSecret(request.headers.cookie, parts.caller.isEncrypted(request));
  if (secret === undefined) return refusal('unauthorized');
  return parts.dispatch.guard('agent:identify', async () => {
    const subject = await identifyAgent(parts.context, secret);
    return { answer: subject ? { ok: true, value: subject } : refusal('unauthorized'), notices: [] };
  });
}

/** A route for whoever the cookie names; `job` answers. */
export function createAsAgent(parts: IdentifyParts) {
  return (job: (subject: AgentSubject, request: Request) => Promise<Answer<unknown>>) =>
    async (request: Request, response: Response): Promise<void> => {
      const known = await identify(parts, request);
      if (known.ok && isKeptFrom(known.value, request)) return sendAnswer(response, refusal('forbidden', LOOKS_ON));
      if (!known.ok) return sendAnswer(response, known);
      const answer = await job(known.value, request);
      sendAnswer(response, parts.savers?.answer(known.value.agent.name, request, answer) ?? answer);
    };
}

const LOOKS_ON = { hint: 'Who only looks on changes nothing; owners give roles under People.' };

/**
 * T1: a new route that writes is closed to viewers until it is named here. These change only what is one's own; commands
 * are asked for their right one by one.
 */
const OWN_WRITES: ReadonlySet<string> = new Set([
  'POST /commands/:name',
  'PUT /faces/:id',
  'PUT /notices',
  'POST /notices/devices',
  'DELETE /notices/devices/:id',
  'POST /notices/test',
]);

function isKeptFrom({ agent }: AgentSubject, { method, route }: Request): boolean {
  if (method === 'GET' || method === 'HEAD' || may(agent, 'conversation:serve')) return false;
  return !OWN_WRITES.has(`${method} ${(route as { path: string }).path}`);
}
