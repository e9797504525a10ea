import type { TeamRules } from '../../protocol/wire/events.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** Reasons for being away, and after how long without input somebody is (T11, T12). Who is away keeps her reason. */
export async function changeTeamRules(
  context: Context,
  _subject: AgentSubject,
  input: TeamRules,
): Promise<Done<TeamRules>> {
  await context.store.setTeamRules(input);
  return answered(input);
}
