import type { Draft, DraftOut } from '../../protocol/wire/composer.ts';
import type { AgentCommands, Nothing } from '../../protocol/wire/events.ts';
import { DRAFTS_MAX } from '../../protocol/wire/limits-of-composer.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

/** D1, D2: one's own words, kept for one's other devices. `stale` is an answer, not a refusal: the writer decides what to do. */
export async function writeDraft(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['draft:write']['in'],
): Promise<Done<DraftOut>> {
  const agentId = subject.agent.id;
  const written = await context.store.writeDraft({ ...input, agentId, at: context.clock.now(), max: DRAFTS_MAX });
  if (written.result === 'not_found') return refused('not_found');
  const isNews = written.result === 'kept';
  return answered(written, isNews ? [{ tell: 'draft', agentId, draft: written.draft }] : []);
}

export async function listDrafts(
  context: Context,
  subject: AgentSubject,
  _input: Nothing,
): Promise<Done<{ drafts: Draft[] }>> {
  return answered({ drafts: await context.store.listDrafts({ agentId: subject.agent.id, limit: DRAFTS_MAX }) });
}
