import { z } from 'zod';
import type { AgentCommands } from './events.ts';

const seq = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** What both sides may do with messages that are there already (C18). */
export function revisionCommands(id: z.ZodType<string>, clientId: z.ZodType<string>, body: z.ZodType<string>) {
  return {
    'message:edit': z.object({ conversationId: id, seq, clientId, body }),
    'message:remove': z.object({ conversationId: id, seq, clientId }),
  } satisfies { [N in 'message:edit' | 'message:remove']: z.ZodType<AgentCommands[N]['in']> };
}
