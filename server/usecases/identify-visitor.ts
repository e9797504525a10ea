import { VISITOR_IDLE_MS_MAX, VISITOR_LIFE_MS_MAX, VISITOR_TOKEN_OVERLAP_MS } from '../../protocol/wire/limits.ts';
import type { Visitor } from '../store/store.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered, refused } from './finish.ts';

/** Which visitor of this site holds this token, while it is good; otherwise `unauthorized`, without saying why. */
export async function identifyVisitor(context: Context, siteId: string, token: string): Promise<Done<VisitorSubject>> {
  const known = await findByToken(context, siteId, token);
  if (!known || 'revoked' in known) return unknownToken(known);
  return answered(subjectOf(known));
}

export function subjectOf({ id, browserId, siteId }: Pick<Visitor, 'id' | 'browserId' | 'siteId'>): VisitorSubject {
  return { kind: 'visitor', visitorId: id, siteId, ...(browserId === id ? {} : { browserId }) };
}

export function findByToken(
  context: Context,
  siteId: string,
  token: string,
): Promise<Visitor | { revoked: string } | undefined> {
  const at = context.clock.now();
  return context.store.findVisitor({
    siteId,
    tokenHash: context.ids.hash(token),
    at,
    idleSince: at - VISITOR_IDLE_MS_MAX,
    madeSince: at - VISITOR_LIFE_MS_MAX,
    overlapMs: VISITOR_TOKEN_OVERLAP_MS,
  });
}

/** A token that comes back after it was exchanged has been copied: whoever is connected as this visitor goes, too. */
export function unknownToken(known: { revoked: string } | undefined): Done<never> {
  const ended = known ? [{ tell: 'visitorEnded', visitorId: known.revoked, error: 'unauthorized' } as const] : [];
  return { ...refused('unauthorized'), notices: ended };
}
