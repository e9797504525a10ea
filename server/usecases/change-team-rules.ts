import type { TeamRules } from '../../protocol/wire/events.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** Reasons for being away, after how long without input somebody is (T11, T12), and how long a message can be called back (D8). */
export async function changeTeamRules(
  context: Context,
  _subject: AgentSubject,
  input: TeamRules,
): Promise<Done<TeamRules>> {
  const undoMs = input.undoMs === undefined ? (await context.store.readTeamRules()).undoMs : input.undoMs;
  const rules = { ...input, undoMs };
  await context.store.setTeamRules(rules);
  return answered(rules);
}
