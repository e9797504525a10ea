import { STALE_TRIES_MAX, UNAVAILABLE_RETRY_MS } from '../../protocol/wire/limits.ts';
import { decideIdentity, type IdentityVerdict, type SignedIdentity } from '../domain/identity.ts';
import type { Visitor } from '../store/store.ts';
import { closeConversation } from './close-conversation.ts';
import type { Context, Done, Notice } from './context.ts';
import { answered, refused } from './finish.ts';
import { judgeIdentity, type SiteNamed } from './judge-identity.ts';
import { recentConversationsOf } from './recent-conversations.ts';

/** Whom the hello is answered as; `token` where there is a new one to keep. */
export interface Greeted {
  id: string;
  browserId: string;
  token?: string;
}

/**
 * A hello with a signed identity (I3–I5). Undefined: the browser is who its own token says, or somebody new.
 * `forbidden`: it was another person's browser. That person is signed out; the widget forgets all and comes again.
 */
export async function greetIdentified(
  context: Context,
  site: SiteNamed,
  known: Visitor | undefined,
  token: string,
): Promise<Done<Greeted | undefined>> {
  const verdict = await judgeIdentity(context, site, token);
  const decision = decideIdentity(known, judged(verdict));
  if (decision.do === 'keep') return answered(undefined);
  if (decision.do === 'claim') return claim(context, site, known, { ...decision.identity, token });
  if (!known) return refused('internal');
  return { ...refused('forbidden', OTHERS), notices: await endBrowser(context, known) };
}

const OTHERS = { field: 'identity', hint: 'This was the browser of another person: forget all of it, and come again.' };

/** Where a token says nothing that counts, it is like one that cannot be read. */
function judged(verdict: Awaited<ReturnType<typeof judgeIdentity>>): IdentityVerdict {
  if (verdict.is === 'good' || verdict.is === 'bad') return verdict;
  return { is: 'bad', error: 'identity_invalid', field: 'identity', hint: '' };
}

export async function endBrowser(context: Context, { browserId }: Pick<Visitor, 'browserId'>): Promise<Notice[]> {
  // What no hash is equal to opens nothing.
  await context.store.endBrowser({ browserId, spoiled: `ended:${browserId}`, at: context.clock.now() });
  return [{ tell: 'visitorEnded', visitorId: browserId, error: 'unauthorized' }];
}

async function claim(
  context: Context,
  site: SiteNamed,
  known: Visitor | undefined,
  identity: SignedIdentity & { token: string },
): Promise<Done<Greeted>> {
  const { store, ids } = context;
  const token = ids.secret('vst');
  const notices: Notice[] = [];
  for (let tries = 0; tries < STALE_TRIES_MAX; tries += 1) {
    const written = await store.claimIdentity({
      siteId: site.id,
      browserId: known?.browserId,
      newBrowserId: ids.visitor(),
      newPersonId: ids.visitor(),
      tokenHash: ids.hash(token),
      identity: { ...identity, hash: ids.hash(identity.token) },
      at: context.clock.now(),
    });
    if (written.result === 'claimed') {
      const { browserId, visitorId, moved, change } = written;
      for (const id of moved) recentConversationsOf(store).forget(id);
      if (change !== null) notices.push({ tell: 'inbox', change });
      const latest = moved.length > 0 ? await store.findLatestConversation(visitorId) : undefined;
      if (latest) notices.push({ tell: 'described', conversationId: latest.id, agentId: latest.agentId });
      // Other tabs of this browser hear nothing under the old name: they come again.
      if (known) notices.push({ tell: 'visitorEnded', visitorId: known.browserId, error: 'unauthorized' });
      return answered({ id: visitorId, browserId, token }, notices);
    }
    const { conversationId, visitorId } = written;
    const ended = await closeConversation(context, { kind: 'visitor', visitorId, siteId: site.id }, { conversationId });
    notices.push(...ended.notices);
  }
  return { ...refused('unavailable', { retryAfterMs: UNAVAILABLE_RETRY_MS }), notices };
}
