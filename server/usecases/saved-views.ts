import type { AgentCommands, Nothing } from '../../protocol/wire/events.ts';
import type { SavedView } from '../../protocol/wire/inbox.ts';
import { VIEWS_MAX } from '../../protocol/wire/inbox-limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { AgentSubject, Context, Done, Notice } from './context.ts';
import { answered, refused } from './finish.ts';

type In<Name extends keyof AgentCommands> = AgentCommands[Name]['in'];
type Views = { views: SavedView[] };

const SHARED = { hint: 'Owners, admins and supervisors share views and change shared ones.' };

/** U6: one's own and the shared ones. */
export async function listViews(context: Context, { agent }: AgentSubject, _input: Nothing): Promise<Done<Views>> {
  return answered({ views: await context.store.listViews(agent.id) });
}

/** A new one, or another name, place or reach of one that is there. */
export async function saveView(
  context: Context,
  subject: AgentSubject,
  input: In<'view:save'>,
): Promise<Done<Views & { id: string }>> {
  const { agent } = subject;
  const before = input.id === undefined ? undefined : await findView(context, subject, input.id);
  if (input.id !== undefined && !before) return refused('not_found');
  // Whoever may not share sees nobody else's but the shared ones, so what is left is one's own.
  if ((input.shared || before?.shared) && !may(agent, 'view:share')) return refused('forbidden', SHARED);
  if (before && !input.shared && before.ownerId !== agent.id)
    return refused('forbidden', { hint: 'Only who made it can make it her own again.' });
  const at = context.clock.now();
  const id = before?.id ?? context.ids.view();
  const result = before
    ? await context.store.changeView({ ...input, id, at })
    : await context.store.addView({ ...input, id, agentId: agent.id, max: VIEWS_MAX, at });
  if (result === 'not_found') return refused('not_found');
  if (result === 'too_many') return refused('invalid_payload', { hint: `At most ${VIEWS_MAX} views.` });
  const { views } = await reread(context, subject);
  return answered({ id, views }, told(subject, input.shared || before?.shared === true));
}

export async function removeView(
  context: Context,
  subject: AgentSubject,
  { id }: In<'view:remove'>,
): Promise<Done<Views>> {
  const before = await findView(context, subject, id);
  if (!before) return refused('not_found');
  if (before.shared && !may(subject.agent, 'view:share')) return refused('forbidden', SHARED);
  await context.store.removeView(id);
  return answered(await reread(context, subject), told(subject, before.shared));
}

export async function orderViews(
  context: Context,
  subject: AgentSubject,
  { shared, ids }: In<'view:order'>,
): Promise<Done<Views>> {
  if (shared && !may(subject.agent, 'view:share')) return refused('forbidden', SHARED);
  await context.store.orderViews({ agentId: subject.agent.id, shared, ids });
  return answered(await reread(context, subject), told(subject, shared));
}

async function findView(context: Context, { agent }: AgentSubject, id: string): Promise<SavedView | undefined> {
  return (await context.store.listViews(agent.id)).find((view) => view.id === id);
}

async function reread(context: Context, { agent }: AgentSubject): Promise<Views> {
  return { views: await context.store.listViews(agent.id) };
}

function told({ agent }: AgentSubject, shared: boolean): Notice[] {
  return [{ tell: 'views', agentId: shared ? null : agent.id }];
}
