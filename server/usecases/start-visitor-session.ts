import type { VisitorHello, VisitorReady } from '../../protocol/wire/events.ts';
import { SYNC_ENTRIES_MAX, VISITOR_IDLE_MS_MAX, VISITOR_LIFE_MS_MAX } from '../../protocol/wire/limits.ts';
import type { SyncPage } from '../../protocol/wire/model.ts';
import { PROTOCOL_VERSION, PROTOCOL_VERSION_MIN } from '../../protocol/wire/version.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered, refused } from './finish.ts';
import { placesOf } from './places-book.ts';
import { readServiceTold } from './service-book.ts';

export interface VisitorStart {
  ready: VisitorReady;
  subject: VisitorSubject;
}

/**
 * A visitor's browser says hello. Its token names it; without one a new visitor is made and the token given once.
 * A token that is unknown, of another site or too old is `unauthorized`: the browser forgets it and starts anew.
 */
export async function startVisitorSession(
  context: Context,
  site: { id: string; name: string },
  hello: VisitorHello,
): Promise<Done<VisitorStart>> {
  if (hello.version < PROTOCOL_VERSION_MIN) return refused('version_too_old');
  const at = context.clock.now();
  // Only an absent token makes a new visitor: an empty one is a token that nobody has.
  const visitor =
    hello.token === undefined
      ? await makeVisitor(context, site.id, at)
      : await findVisitor(context, site.id, hello.token, at);
  if (!visitor) return refused('unauthorized');
  const visitorId = visitor.id;
  const epoch = await context.store.readEpoch();
  const conversations = visitor.token === undefined ? await readLatest(context, visitorId, hello, epoch) : [];
  const place = placesOf(context.store).get(conversations[0]?.conversationId ?? '');
  const ready: VisitorReady = {
    version: Math.min(hello.version, PROTOCOL_VERSION),
    epoch,
    at,
    visitorId,
    ...(visitor.token === undefined ? {} : { token: visitor.token }),
    siteName: site.name,
    available: await context.store.isAnyAvailable(at),
    conversations,
    service: await readServiceTold(context, site.id),
    ...(place ? { place } : {}),
  };
  return answered({ ready, subject: { kind: 'visitor', visitorId, siteId: site.id } });
}

/** `token` only of a visitor who was just made. */
interface Greeted {
  id: string;
  token?: string;
}

async function makeVisitor(context: Context, siteId: string, at: number): Promise<Greeted> {
  const id = context.ids.visitor();
  const token = context.ids.secret('vst');
  await context.store.addVisitor({ id, siteId, tokenHash: context.ids.hash(token), at });
  return { id, token };
}

async function findVisitor(context: Context, siteId: string, token: string, at: number): Promise<Greeted | undefined> {
  const visitor = await context.store.findVisitor({
    siteId,
    tokenHash: context.ids.hash(token),
    at,
    idleSince: at - VISITOR_IDLE_MS_MAX,
    madeSince: at - VISITOR_LIFE_MS_MAX,
  });
  return visitor && { id: visitor.id };
}

/** The latest conversation after the position the browser holds; from the start where that is of another epoch (P5). */
async function readLatest(
  context: Context,
  visitorId: string,
  hello: VisitorHello,
  epoch: string,
): Promise<SyncPage[]> {
  const latest = await context.store.findLatestConversation(visitorId);
  if (!latest) return [];
  const held = hello.epoch === epoch ? hello.resume?.find((one) => one.conversationId === latest.id) : undefined;
  const afterSeq = held?.afterSeq ?? 0;
  const page = await context.store.readPage({ conversationId: latest.id, afterSeq, limit: SYNC_ENTRIES_MAX });
  return page ? [page] : [];
}
