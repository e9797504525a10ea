import type { BoardLine, BoardSnapshot } from '../../protocol/wire/board.ts';
import type { Nothing } from '../../protocol/wire/events.ts';
import { BOARD_DECISIONS_MAX, BOARD_LINES_MAX, MEMBERS_MAX } from '../../protocol/wire/limits.ts';
import { type Settings, settingsFor } from '../domain/routing/standing.ts';
import type { StoredLine } from '../store/team-store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';
import { readSettings } from './read-settings.ts';

/** The board as it is now (T14). */
export async function readBoard(
  context: Context,
  _subject: AgentSubject,
  _input: Nothing,
): Promise<Done<BoardSnapshot>> {
  return answered(await readBoardNow(context));
}

/** For all who look at one, read once. */
export async function readBoardNow(context: Context): Promise<BoardSnapshot> {
  const lists = { linesMax: BOARD_LINES_MAX, membersMax: MEMBERS_MAX, decisionsMax: BOARD_DECISIONS_MAX };
  const [settings, board] = await Promise.all([
    readSettings(context.store),
    context.store.readBoard({ now: context.clock.now(), ...lists }),
  ]);
  const { queue, serving } = board;
  return {
    ...board,
    queue: { ...queue, conversations: withTargets(queue.conversations, settings) },
    serving: { ...serving, waiting: withTargets(serving.waiting, settings) },
  };
}

/** What is at risk is measured by what the owner aimed at when it began (M10), or by what she aims at now in this department or everywhere. */
function withTargets(lines: readonly StoredLine[], settings: Settings): BoardLine[] {
  return lines.map(({ departmentId, keptTargetMs, ...line }) => ({
    ...line,
    targetMs: keptTargetMs ?? settingsFor(settings, departmentId).targetMs,
  }));
}
