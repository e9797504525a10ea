import { SYNC_ENTRIES_MAX } from '../../../protocol/wire/limits.ts';
import type { Entry } from '../../../protocol/wire/model.ts';
import type { Person } from '../../../protocol/wire/people.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered, refused } from '../finish.ts';
import { readPerson } from './read-person.ts';
import { tellAbout } from './tell-about.ts';

const FORBIDDEN = { hint: 'Owners and administrators hand out and erase what is kept of a person.' };
/** Of one conversation: whatever is longer is told to be so. */
const ENTRIES_MAX = 10_000;
const CONVERSATIONS_MAX = 1_000;

export interface PersonExport {
  at: number;
  person: Person;
  conversations: { id: string; openedAt: number; entries: Entry[]; complete: boolean }[];
}

/** J11: everything that is kept of her, notes and blocks included, and what was written. */
export async function exportPerson(
  context: Context,
  subject: AgentSubject,
  { visitorId }: { visitorId: string },
): Promise<Done<PersonExport>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const read = await readPerson(context, subject, { visitorId });
  if (!read.answer.ok) return refused('not_found');
  const person = read.answer.value;
  const conversations: PersonExport['conversations'] = [];
  for (const { id, openedAt } of await listAll(context, person.id)) {
    const entries: Entry[] = [];
    let head = 0;
    for (let more = true; more && entries.length < ENTRIES_MAX; ) {
      const afterSeq = entries.at(-1)?.seq ?? 0;
      const page = await context.store.readPage({ conversationId: id, afterSeq, limit: SYNC_ENTRIES_MAX });
      more = (page?.entries.length ?? 0) > 0;
      head = page?.head ?? 0;
      entries.push(...(page?.entries ?? []));
    }
    conversations.push({ id, openedAt, entries, complete: (entries.at(-1)?.seq ?? 0) >= head });
  }
  return answered({ at: context.clock.now(), person, conversations });
}

/** Of all her profiles, the first one first. */
async function listAll({ store }: Context, visitorId: string): Promise<{ id: string; openedAt: number }[]> {
  const all: { id: string; openedAt: number }[] = [];
  for (const profile of await store.listProfiles(visitorId)) {
    const own = await store.listOwnConversations({ visitorId: profile, limit: CONVERSATIONS_MAX });
    all.push(...own.map(({ conversationId, openedAt }) => ({ id: conversationId, openedAt })));
  }
  return all.sort((one, other) => one.openedAt - other.openedAt);
}

/** What the team and her visits left. What she wrote is the conversations' own, and goes with them. */
export async function eraseAbout(
  context: Context,
  { agent }: AgentSubject,
  { visitorId }: { visitorId: string },
): Promise<Done<{ notes: number; tags: number; visits: number; blocks: number }>> {
  if (!may(agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  if (!(await context.store.readPerson(visitorId))) return refused('not_found');
  const erased = await context.store.eraseAbout(visitorId);
  return answered(erased, await tellAbout(context, visitorId));
}
