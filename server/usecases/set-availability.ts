import type { AgentCommands, Nothing } from '../../protocol/wire/events.ts';
import { AWAY_REASONS_USUAL, decideAvailability } from '../domain/availability.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

/** Available or away, and why (T11). Going away keeps what the agent serves; it only ends new assignments (R6). */
export async function setAvailability(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['agent:availability']['in'],
): Promise<Done<Nothing>> {
  const { id: agentId, role } = subject.agent;
  const known = input.reason === undefined ? null : (await context.store.readTeamRules()).awayReasons;
  const decision = decideAvailability(role, input.availability, input.reason ?? null, known ?? AWAY_REASONS_USUAL);
  if (decision.do === 'refuse') return refused(decision.error, { field: 'availability' });
  const { availability, awayReason } = decision;
  const at = context.clock.now();
  // T12: who says so is here.
  if (availability === 'available') await context.store.touchSession({ id: subject.sessionId, at });
  await context.store.setAvailability({ agentId, availability, awayReason, at });
  return answered(
    {},
    [{ tell: 'agentAvailability', agentId, availability, awayReason }, { tell: 'availability' }],
    availability === 'available',
  );
}
