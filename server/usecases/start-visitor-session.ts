import type { VisitorHello, VisitorReady } from '../../protocol/wire/events.ts';
import { SYNC_ENTRIES_MAX, VISITOR_TOKEN_AGE_MS_MAX, VISITOR_TOKEN_OVERLAP_MS } from '../../protocol/wire/limits.ts';
import type { SyncPage } from '../../protocol/wire/model.ts';
import { PROTOCOL_VERSION, PROTOCOL_VERSION_MIN } from '../../protocol/wire/version.ts';
import type { Visitor } from '../store/store.ts';
import type { Context, Done, VisitorSubject } from './context.ts';
import { answered, refused } from './finish.ts';
import { type Greeted, greetIdentified } from './greet-identified.ts';
import { findByToken, subjectOf, unknownToken } from './identify-visitor.ts';
import { placesOf } from './places-book.ts';
import { readFront } from './read-front.ts';
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
  site: { id: string; key: string; name: string },
  hello: VisitorHello,
): Promise<Done<VisitorStart>> {
  if (hello.version < PROTOCOL_VERSION_MIN) return refused('version_too_old');
  const at = context.clock.now();
  const met = await meet(context, site, hello, at);
  if (!met.answer.ok) return { ...met, answer: met.answer };
  const { notices } = met;
  const { isNew, ...visitor } = met.answer.value;
  const visitorId = visitor.id;
  const epoch = await context.store.readEpoch();
  const conversations = !isNew ? await readLatest(context, visitorId, hello, epoch) : [];
  const place = placesOf(context.store).get(conversations[0]?.conversationId ?? '');
  const front = await readFront(context, site.id);
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
    ...(front ? { front } : {}),
  };
  return answered({ ready, subject: subjectOf({ ...visitor, siteId: site.id }) }, notices);
}

/** Whose browser it is: by the site's signature (I3), by its own token, or nobody's yet. */
async function meet(
  context: Context,
  site: { id: string; key: string },
  hello: VisitorHello,
  at: number,
): Promise<Done<Greeted & { isNew: boolean }>> {
  // Only an absent token makes a new visitor: an empty one is a token that nobody has.
  const found = hello.token === undefined ? undefined : await findByToken(context, site.id, hello.token);
  const known = found && 'id' in found ? found : undefined;
  if (hello.identity !== undefined) {
    const signed = await greetIdentified(context, site, known, hello.identity);
    if (!signed.answer.ok) return { ...signed, answer: signed.answer };
    const { notices } = signed;
    if (signed.answer.value) return answered({ ...signed.answer.value, isNew: false }, notices);
  }
  if (known) return answered({ ...(await exchangeToken(context, known, at)), isNew: false });
  if (hello.token !== undefined) return unknownToken(found && 'revoked' in found ? found : undefined);
  return answered({ ...(await makeVisitor(context, site.id, at)), isNew: true });
}

async function makeVisitor(context: Context, siteId: string, at: number): Promise<Greeted> {
  const id = context.ids.visitor();
  const token = context.ids.secret('vst');
  await context.store.addVisitor({ id, siteId, tokenHash: context.ids.hash(token), at });
  return { id, browserId: id, token };
}

/** A token that was used for a day gets a successor: what was copied from a browser or a log is soon worth nothing. */
async function exchangeToken(context: Context, visitor: Visitor, at: number): Promise<Greeted> {
  const { id, browserId } = visitor;
  if (at - visitor.tokenAt < VISITOR_TOKEN_AGE_MS_MAX) return { id, browserId };
  const token = context.ids.secret('vst');
  const tokenHash = context.ids.hash(token);
  await context.store.offerToken({ visitorId: browserId, tokenHash, at, overlapMs: VISITOR_TOKEN_OVERLAP_MS });
  return { id, browserId, token };
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
