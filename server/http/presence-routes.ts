import { type Request, type Response, Router } from 'express';
import { type Answer, refusal, success } from '../../protocol/wire/errors.ts';
import type { PresenceOut } from '../../protocol/wire/people.ts';
import { PRESENCE_BURST_MAX, PRESENCE_PER_SECOND_MAX } from '../../protocol/wire/people-limits.ts';
import { presenceSaid } from '../../protocol/wire/people-schemas.ts';
import { parse, tooFast } from '../gateway/refuse.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import type { Context, VisitorSubject } from '../usecases/context.ts';
import { createRateLimit } from '../usecases/limit-rate.ts';
import { blockBookOf } from '../usecases/people/block-book.ts';
import { presenceBookOf, type Said } from '../usecases/people/presence-book.ts';
import { isPresenceOn, openConversationOf } from '../usecases/people/present-visitors.ts';
import type { LoadShed } from '../usecases/shed-load.ts';
import { sendAnswer } from './answers.ts';
import type { Caller } from './headers.ts';

export interface PresenceRoutesParts {
  context: Context;
  sites: SiteDirectory;
  caller: Caller;
  load: LoadShed;
}

/**
 * J10: a page says that somebody looks at it, and waits for an answer. It comes with an invitation, or after a while with
 * nothing; a connection that ends before is somebody who left.
 */
export function createPresenceRoutes(
  parts: PresenceRoutesParts,
  identify: (request: Request) => Promise<Answer<VisitorSubject>>,
): Router {
  const routes = Router();
  const limit = createRateLimit(parts.context.clock, { burst: PRESENCE_BURST_MAX, perSecond: PRESENCE_PER_SECOND_MAX });
  routes.post('/presence', async (request, response) => {
    const early = await refuseEarly(parts, request, limit.take(parts.caller.addressOf(request)));
    if ('ok' in early) return sendAnswer(response, early);
    const known = request.get('Authorization') ? await identify(request) : null;
    const subject = known?.ok ? known.value : null;
    if (isBlocked(parts, request, subject, early.siteId)) return sendAnswer(response, success({ off: true }));
    const conversationId = await openConversationOf(parts.context, subject).catch(() => null);
    wait(parts.context, response, { ...early, conversationId });
  });
  return routes;
}

/** J9: nobody invites whoever would be refused with the first word; the page is told to ask no more, as where it is off. */
function isBlocked(
  { context, caller }: PresenceRoutesParts,
  request: Request,
  subject: VisitorSubject | null,
  siteId: string,
): boolean {
  const nobody = { kind: 'visitor', visitorId: '', siteId, address: caller.addressOf(request) } as const;
  return blockBookOf(context.store).find(context, subject ?? nobody, context.clock.now()) !== undefined;
}

/** In the order of what it costs; an owner who has it off is answered once and for all. */
async function refuseEarly(
  { context, sites, load }: PresenceRoutesParts,
  request: Request,
  waitMs: number,
): Promise<Answer<PresenceOut> | Omit<Said, 'conversationId'>> {
  const shed = load.refuseStart('visitor');
  if (shed) return shed;
  if (waitMs > 0) return tooFast(waitMs);
  const checked = parse(presenceSaid, request.body);
  if (!checked.ok) return checked;
  const { site: key, ...said } = checked.input;
  const site = sites.find(key);
  if (!site) return refusal('site_unknown');
  if (!sites.allows(key, request.headers.origin)) return refusal('origin_not_allowed');
  return (await isPresenceOn(context, site.id)) ? { ...said, siteId: site.id } : success({ off: true });
}

function wait(context: Context, response: Response, said: Said): void {
  if (response.destroyed) return;
  const end = presenceBookOf(context).ask(said, (out) => sendAnswer(response, success(out)));
  if (end) response.on('close', () => end(!response.writableFinished));
  else sendAnswer(response, refusal('unavailable', { retryAfterMs: 60_000 }));
}
