import { BASIS } from '../../protocol/kit/basis.ts';
import { markOf } from '../../protocol/kit/mark-of.ts';
import type { TeamRules } from '../../protocol/wire/events.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, changedMeanwhile } from './finish.ts';
import { rulesInForce } from './list-team.ts';

/** Reasons for being away, after how long without input somebody is (T11, T12), and how long a message can be called back (D8). */
export async function changeTeamRules(
  context: Context,
  _subject: AgentSubject,
  { basedOn, ...input }: TeamRules,
): Promise<Done<TeamRules>> {
  const before = await context.store.readTeamRules();
  if (basedOn !== undefined && markOf(rulesInForce(before), BASIS.teamRules) !== basedOn) return changedMeanwhile();
  const rules = { ...input, undoMs: input.undoMs === undefined ? before.undoMs : input.undoMs };
  const result = await context.store.setTeamRules(rules, basedOn === undefined ? undefined : before);
  if (result === 'stale') return changedMeanwhile();
  return answered(rules);
}
