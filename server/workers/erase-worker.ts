import { ERASE_LOOK_MS, ERASED_AT_ONCE, WORDS_TIDIED_STEPS_MAX } from '../../protocol/wire/people-limits.ts';
import type { Context } from '../usecases/context.ts';
import type { FileVault } from '../usecases/file-vault.ts';
import { eraseSome } from '../usecases/people/erase-person.ts';
import { every } from './every.ts';
import type { ReportFailure, Tell } from './tell.ts';

export interface EraseWorkerParts {
  context: Context;
  vault: Pick<FileVault, 'remove'>;
  tell: Tell;
  onFailure: ReportFailure;
}

/** J12: a few conversations in each look, each in a transaction of its own; killed anywhere, the next look goes on. */
export function createEraseWorker({ context, vault, tell, onFailure }: EraseWorkerParts) {
  const { store, clock } = context;
  /** Steps that the index of words has still to be tidied for. A relay killed in between leaves them to the next erasure. */
  let tidying = 0;

  async function work(): Promise<void> {
    const { conversations, notices } = await eraseSome(context, vault, ERASED_AT_ONCE);
    if (notices.length > 0) tell(notices);
    if (conversations > 0) {
      tidying = WORDS_TIDIED_STEPS_MAX;
      return;
    }
    if (tidying > 0) {
      const more = await store.tidyWords({ first: tidying === WORDS_TIDIED_STEPS_MAX });
      tidying = more ? tidying - 1 : 0;
    }
    await store.endErasures(clock.now());
  }

  const look = () => work().catch((error: unknown) => onFailure('erase', error));
  const ticks = every(clock, ERASE_LOOK_MS, look);
  return { start: ticks.start, stop: ticks.stop, look };
}
