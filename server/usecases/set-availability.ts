import type { AgentCommands, Nothing } from '../../protocol/wire/events.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** Available or away. Going away keeps what the agent serves; it only ends new assignments (R6). */
export async function setAvailability(
  context: Context,
  subject: AgentSubject,
  input: AgentCommands['agent:availability']['in'],
): Promise<Done<Nothing>> {
  const { availability } = input;
  const agentId = subject.agent.id;
  await context.store.setAvailability({ agentId, availability, at: context.clock.now() });
  return answered(
    {},
    [{ tell: 'agentAvailability', agentId, availability }, { tell: 'availability' }],
    availability === 'available',
  );
}
