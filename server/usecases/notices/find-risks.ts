import { TARGET_AT_RISK_SHARE } from '../../../protocol/wire/routing.ts';
import type { Context } from '../context.ts';
import { readBoardNow } from '../read-board.ts';
import type { News } from './find-news.ts';

/** R13: who of the visitors that have an agent waits so long that the owner's target is at risk. Once for each wait. */
export async function findRisks(context: Context): Promise<News[]> {
  const now = context.clock.now();
  const { serving } = await readBoardNow(context);
  return serving.waiting.flatMap(({ id, agent, waitingSince, targetMs }): News[] => {
    if (!agent || waitingSince === null || targetMs === null) return [];
    if (now - waitingSince < targetMs * TARGET_AT_RISK_SHARE) return [];
    return [{ kind: 'at_risk', agentId: agent.id, conversationId: id, cause: `risk ${id} ${waitingSince}` }];
  });
}
