import type { Nothing } from '../../../protocol/wire/events.ts';
import type { Block, Person } from '../../../protocol/wire/people.ts';
import { BLOCK_ADDRESS_MS_MAX, BLOCKS_MAX } from '../../../protocol/wire/people-limits.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { AgentSubject, Context, Done, Notice } from '../context.ts';
import { answered, refused, tellEntries } from '../finish.ts';
import { recentConversationsOf } from '../recent-conversations.ts';
import { hashAddress, rereadBlocks, shownBlock } from './block-book.ts';
import { readPerson } from './read-person.ts';
import { recentAddressOf } from './recent-addresses.ts';
import { tellAbout } from './tell-about.ts';

const FORBIDDEN = { hint: 'Owners, administrators and supervisors block people.' };
const NO_ADDRESS = { field: 'address', hint: 'Where this visitor writes from is not known now. Block without it.' };
const TOO_LONG = {
  field: 'until',
  hint: 'With an address, until when: at most 30 days ahead. An address belongs to somebody else before long.',
};
const PAST = { field: 'until', hint: 'Say an instant that is still to come, or null.' };
/** Somebody wrote in between; with so few writers it does not take many. */
const TRIES = 5;

/** J9: nothing that she writes is taken any more, and what is open ends. */
export async function blockPerson(
  context: Context,
  subject: AgentSubject,
  input: { visitorId: string; reason: string; until: number | null; address: boolean },
): Promise<Done<Person>> {
  const { store, clock, ids } = context;
  const { agent } = subject;
  if (!may(agent, 'person:direct')) return refused('forbidden', FORBIDDEN);
  const facts = await store.readPerson(input.visitorId);
  if (!facts) return refused('not_found');
  const at = clock.now();
  const { reason, until } = input;
  if (until !== null && until <= at) return refused('invalid_payload', PAST);
  if (input.address && (until === null || until - at > BLOCK_ADDRESS_MS_MAX))
    return refused('invalid_payload', TOO_LONG);
  const profiles = await store.listProfiles(facts.id);
  const address = input.address ? profiles.map((id) => recentAddressOf(store, id)).find(Boolean) : undefined;
  if (input.address && address === undefined) return refused('invalid_payload', NO_ADDRESS);
  const addressHash = address === undefined ? null : hashAddress(context, facts.siteId, address);
  const block = { id: ids.reply(), siteId: facts.siteId, visitorId: facts.id, addressHash, reason, until };
  if ((await store.addBlock({ ...block, byId: agent.id, at })) === 'not_found') return refused('not_found');
  await rereadBlocks(context);
  const notices: Notice[] = [];
  let ended = false;
  for (const id of profiles) {
    const told = await endOpen(context, id, agent.id);
    ended ||= told.length > 0;
    notices.push(...told);
  }
  notices.push(...(await tellAbout(context, facts.id)));
  const person = await readPerson(context, subject, { visitorId: facts.id });
  return { ...person, notices, wakeRouting: ended };
}

/** As spam: it is in no figure of service (M7). */
async function endOpen(context: Context, visitorId: string, agentId: string): Promise<Notice[]> {
  const { store, clock } = context;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const open = await store.findLatestConversation(visitorId);
    if (!open || open.status === 'closed') return [];
    const written = await store.closeConversation({
      conversationId: open.id,
      expectVersion: open.version,
      by: 'agent',
      byAgentId: agentId,
      outcome: 'spam',
      at: clock.now(),
    });
    recentConversationsOf(store).forget(open.id);
    if (written.result !== 'stale') return tellEntries({ ...written, agentId: open.agentId });
  }
  return [];
}

export async function listBlocks(context: Context, { agent }: AgentSubject): Promise<Done<Block[]>> {
  if (!may(agent, 'person:direct')) return refused('forbidden', FORBIDDEN);
  const kept = await context.store.listBlocks({ now: context.clock.now(), limit: BLOCKS_MAX });
  return answered(kept.map(shownBlock));
}

export async function endBlock(
  context: Context,
  { agent }: AgentSubject,
  { id }: { id: string },
): Promise<Done<Nothing>> {
  const { store, clock } = context;
  if (!may(agent, 'person:direct')) return refused('forbidden', FORBIDDEN);
  const block = (await store.listBlocks({ now: clock.now(), limit: BLOCKS_MAX })).find((one) => one.id === id);
  if (!block || (await store.endBlock({ id, byId: agent.id, at: clock.now() })) === 'not_found')
    return refused('not_found');
  await rereadBlocks(context);
  return answered({}, block.visitorId === null ? [] : await tellAbout(context, block.visitorId));
}
