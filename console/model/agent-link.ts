import type { Connection, ConnectionEvent } from '../../protocol/client/connection.ts';
import type { AgentCommands, AgentFacts } from '../../protocol/wire/events.ts';

/** The agents' half of the wire, as the models see it. */
export type AgentConnection = Connection<AgentCommands, AgentFacts>;
export type AgentEvent = ConnectionEvent<AgentFacts>;
