import type { BoardLine, BoardSnapshot } from '../../protocol/wire/board.ts';
import type { Nothing } from '../../protocol/wire/events.ts';
import { BOARD_DECISIONS_MAX, BOARD_LINES_MAX, MEMBERS_MAX } from '../../protocol/wire/limits.ts';
import { type Settings, settingsFor } from '../domain/routing/standing.ts';
import { timesOf } from '../domain/routing/target.ts';
import type { ReadBoard, StoredLine } from '../store/team-store.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';
import { readSettings } from './read-settings.ts';
import { loadServiceBook, type ServiceBook } from './service-book.ts';

/** The board as it is now (T14). */
export async function readBoard(
  context: Context,
  _subject: AgentSubject,
  _input: Nothing,
): Promise<Done<BoardSnapshot>> {
  return answered(await readBoardNow(context));
}

const SHOWN = { linesMax: BOARD_LINES_MAX, membersMax: MEMBERS_MAX, decisionsMax: BOARD_DECISIONS_MAX };

/** For all who look at one, read once. */
export async function readBoardNow(context: Context, lists: Omit<ReadBoard, 'now'> = SHOWN): Promise<BoardSnapshot> {
  const [settings, book, board] = await Promise.all([
    readSettings(context.store),
    loadServiceBook(context),
    context.store.readBoard({ now: context.clock.now(), ...lists }),
  ]);
  const { queue, serving } = board;
  const withTargets = (lines: readonly StoredLine[]) => lines.map((line) => withTarget(line, settings, book, context));
  return {
    ...board,
    queue: { ...queue, conversations: withTargets(queue.conversations) },
    serving: { ...serving, waiting: withTargets(serving.waiting) },
  };
}

/**
 * What is at risk is measured by what the owner aimed at when it began (M10), or by what she aims at now in this department or
 * everywhere, in hours that are open.
 */
function withTarget(
  { siteId, departmentId, keptTargetMs, ...line }: StoredLine,
  settings: Settings,
  book: ServiceBook,
  { zones }: Context,
): BoardLine {
  const targetMs = keptTargetMs ?? settingsFor(settings, departmentId).targetMs;
  const { waitingSince: since } = line;
  if (targetMs === null || since === null) return { ...line, targetMs };
  const calendar = book.calendarOf(siteId, departmentId);
  return { ...line, targetMs, targetTimes: timesOf(calendar, zones.offsetOf, since, targetMs) };
}
