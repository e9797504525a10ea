import type { GuideRead, GuideState } from '../../protocol/wire/guide.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

const FORBIDDEN = { hint: 'Only owners and admins set up.' };

/** Z20 How far the first run came. */
export async function readGuide(context: Context, subject: AgentSubject): Promise<Done<GuideRead>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  return answered({ state: await context.store.readGuide() });
}

export async function setGuide(
  context: Context,
  subject: AgentSubject,
  { ended, ...given }: Omit<GuideState, 'endedAt'> & { ended: boolean },
): Promise<Done<GuideRead>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const before = await context.store.readGuide();
  const endedAt = ended ? (before?.endedAt ?? context.clock.now()) : null;
  const state = { ...given, endedAt };
  await context.store.setGuide(state);
  return answered({ state });
}
