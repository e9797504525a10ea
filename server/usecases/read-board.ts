import type { BoardSnapshot } from '../../protocol/wire/board.ts';
import type { Nothing } from '../../protocol/wire/events.ts';
import { BOARD_DECISIONS_MAX, BOARD_LINES_MAX, MEMBERS_MAX } from '../../protocol/wire/limits.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';

/** The board as it is now (T14). */
export async function readBoard(
  context: Context,
  _subject: AgentSubject,
  _input: Nothing,
): Promise<Done<BoardSnapshot>> {
  return answered(await readBoardNow(context));
}

/** For all who look at one, read once. */
export function readBoardNow(context: Context): Promise<BoardSnapshot> {
  const lists = { linesMax: BOARD_LINES_MAX, membersMax: MEMBERS_MAX, decisionsMax: BOARD_DECISIONS_MAX };
  return context.store.readBoard({ now: context.clock.now(), ...lists });
}
