import type { BoardLine } from '../../../protocol/wire/board.ts';
import { RISK_LATE_MS_MAX, RISK_LINES_MAX } from '../../../protocol/wire/notice-limits.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { Context } from '../context.ts';
import { readBoardNow } from '../read-board.ts';
import type { News } from './find-news.ts';

/** Of those who wait, and of nothing else of the board. */
const LISTS = { linesMax: RISK_LINES_MAX, membersMax: 0, decisionsMax: 0 };

/**
 * R13: who waits so long that the owner's target is at risk, in hours that are open (M11), and has not long
 * missed it. The agent who serves is told; of whoever still waits in the queue, those who direct the team. Once for each wait.
 */
export async function findRisks(context: Context): Promise<News[]> {
  const now = context.clock.now();
  const { queue, serving } = await readBoardNow(context, LISTS);
  const served = serving.waiting.filter((line) => isAtRisk(line, now));
  const queued = queue.conversations.filter((line) => isAtRisk(line, now));
  const leads = queued.length === 0 ? [] : await listLeads(context);
  return [
    ...served.flatMap((line) => (line.agent ? newsOf(line, line.agent.id) : [])),
    ...queued.flatMap((line) => leads.map((agentId) => newsOf(line, agentId))),
  ];
}

/** A look may come late; but after a night without the relay nobody is told of all that was. */
function isAtRisk({ targetTimes }: BoardLine, now: number): boolean {
  return targetTimes !== undefined && targetTimes.riskAt <= now && now < targetTimes.missAt + RISK_LATE_MS_MAX;
}

function newsOf({ id, waitingSince }: BoardLine, agentId: string): News {
  return { kind: 'at_risk', agentId, conversationId: id, cause: `risk ${id} ${waitingSince}` };
}

async function listLeads({ store }: Context): Promise<string[]> {
  return (await store.listStaff()).filter((one) => may(one, 'conversation:direct')).map(({ id }) => id);
}
