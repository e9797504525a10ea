import { SYNC_ENTRIES_MAX, TEAM_ENTRIES_MAX } from '../../../protocol/wire/limits.ts';
import type { AssistantPlace, AssistTask } from '../../../protocol/wire/outside.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import { type PromptMessage, writePrompt } from '../../domain/outside/write-prompt.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered, refused } from '../finish.ts';
import type { Keyed } from './ask-words.ts';
import { keptOf, openKey } from './outside-settings.ts';

export interface AssistPlan {
  place: Keyed<AssistantPlace>;
  messages: PromptMessage[];
}

const FORBIDDEN = { hint: 'Your role may not do this: conversation:serve.' };
const NONE = { hint: 'The site has no writing assistant. An owner names one under Settings, Services.' };

/** CS9: what the assistant reads is found here, from what is stored; of the team's own only what the task is for. */
export async function planAssist(
  context: Context,
  { agent }: AgentSubject,
  { conversationId, ...task }: { conversationId: string } & AssistTask,
): Promise<Done<AssistPlan>> {
  if (!may(agent, 'conversation:serve')) return refused('forbidden', FORBIDDEN);
  const { store } = context;
  const conversation = await store.findConversation(conversationId);
  if (!conversation) return refused('not_found');
  const { siteId, departmentId } = conversation;
  const { kept } = await keptOf(context, siteId);
  const place = kept.settings.assistant;
  if (!place) return refused('not_found', NONE);
  const entries = task.task === 'rewrite' ? [] : await latestEntries(context, conversationId);
  const notes = task.task === 'sum_up' ? await latestNotes(context, conversationId) : [];
  const all = task.task === 'suggest' ? await store.listReplies(agent.id) : [];
  const replies = all.filter((reply) => reply.departmentId === null || reply.departmentId === departmentId);
  const messages = writePrompt({ task, entries, notes, replies });
  return answered({ place: { ...place, key: openKey(context, siteId, kept, 'assistant') }, messages });
}

async function latestEntries({ store }: Context, conversationId: string) {
  const head = (await store.readHeads([conversationId]))[conversationId] ?? 0;
  const afterSeq = Math.max(0, head - SYNC_ENTRIES_MAX);
  return (await store.readPage({ conversationId, afterSeq, limit: SYNC_ENTRIES_MAX }))?.entries ?? [];
}

/** The last page of what the team wrote; a conversation has seldom more than one. */
async function latestNotes({ store }: Context, conversationId: string) {
  let page = await store.readTeamPage({ conversationId, afterNumber: 0, limit: TEAM_ENTRIES_MAX });
  while (page?.more) {
    const last = page.entries.at(-1)?.number ?? 0;
    page = await store.readTeamPage({ conversationId, afterNumber: last, limit: TEAM_ENTRIES_MAX });
  }
  return page?.entries ?? [];
}
