import { BLOCKS_REREAD_MS } from '../../protocol/wire/people-limits.ts';
import type { Context } from '../usecases/context.ts';
import { rereadBlocks } from '../usecases/people/block-book.ts';
import { every } from './every.ts';
import type { ReportFailure } from './tell.ts';

/** J9: blocks that another relay made or ended, and those that ran out. */
export function createBlockWorker({ context, onFailure }: { context: Context; onFailure: ReportFailure }) {
  return every(context.clock, BLOCKS_REREAD_MS, async () => {
    try {
      await rereadBlocks(context);
    } catch (error) {
      onFailure('blocks', error);
    }
  });
}
