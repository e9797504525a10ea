import { may } from '../../protocol/wire/permissions.ts';
import type { AgentSubject } from './context.ts';

/** Whoever may not see the team's figures sees their own, whatever was asked. */
export function withinRights<Asked extends object>({ agent }: Pick<AgentSubject, 'agent'>, asked: Asked): Asked {
  return may(agent, 'report:team') ? asked : { ...asked, agent: agent.id };
}
