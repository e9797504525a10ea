import { VISITOR_IDLE_MS_MAX, VISITOR_LIFE_MS_MAX } from '../../protocol/wire/limits.ts';
import type { Context, VisitorSubject } from './context.ts';

/** Which visitor of this site holds this token, while it is good; otherwise undefined, without saying why. */
export async function identifyVisitor(
  context: Context,
  siteId: string,
  token: string,
): Promise<VisitorSubject | undefined> {
  const at = context.clock.now();
  const visitor = await context.store.findVisitor({
    siteId,
    tokenHash: context.ids.hash(token),
    at,
    idleSince: at - VISITOR_IDLE_MS_MAX,
    madeSince: at - VISITOR_LIFE_MS_MAX,
  });
  return visitor && { kind: 'visitor', visitorId: visitor.id, siteId };
}
