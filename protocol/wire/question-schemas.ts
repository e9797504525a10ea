import { z } from 'zod';
import type { AgentCommands } from './events.ts';
import * as limits from './limits.ts';
import { QUESTION_ENDS } from './questions.ts';

/** The commands of T15–T18 (docs/team.md). Server only, as schemas.ts. */

type Name = 'question:ask' | 'question:end' | 'question:list' | 'question:seen';

export function questionCommands(
  id: z.ZodType<string>,
  clientId: z.ZodType<string>,
  words: z.ZodType<string>,
): { [N in Name]: z.ZodType<AgentCommands[N]['in']> } {
  const instant = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
  const noted = words.refine((text) => text.length <= limits.NOTE_CHARS_MAX, `At most ${limits.NOTE_CHARS_MAX}.`);
  return {
    'question:ask': z
      .object({
        conversationId: id,
        clientId,
        agentId: id.optional(),
        departmentId: id.optional(),
        body: noted,
        dueAt: instant,
      })
      .refine(
        ({ agentId, departmentId }) => (agentId === undefined) !== (departmentId === undefined),
        'Name either an agent or a department.',
      ),
    'question:end': z
      .object({ id, clientId, how: z.enum(QUESTION_ENDS), body: noted.optional() })
      .refine(({ how, body }) => how !== 'answered' || body !== undefined, 'An answer has words.'),
    'question:list': z.object({ conversationId: id.optional() }),
    'question:seen': z.object({ conversationId: id }),
  };
}
