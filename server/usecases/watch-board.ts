import type { AgentCommands, Nothing } from '../../protocol/wire/events.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** Who watches is known to the connection alone; the right to it was asked at the gate. */
export async function watchBoard(
  _context: Context,
  _subject: AgentSubject,
  _input: AgentCommands['board:watch']['in'],
): Promise<Done<Nothing>> {
  return answered({});
}
