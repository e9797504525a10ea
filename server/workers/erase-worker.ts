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
  /** Steps of tidying that were done since the last conversation was emptied. */
  let tidied = 0;

  async function work(): Promise<void> {
    const { conversations, notices } = await eraseSome(context, vault, ERASED_AT_ONCE);
    if (notices.length > 0) tell(notices);
    if (conversations > 0) tidied = 0;
    // The mark goes last: a relay killed before it begins to tidy again when it starts.
    if (conversations > 0 || !(await store.isErasing())) return;
    const more = tidied < WORDS_TIDIED_STEPS_MAX && (await store.tidyWords({ first: tidied === 0 }));
    if (more) tidied += 1;
    if (more || !(await store.forgetDeleted())) return;
    tidied = 0;
    await store.endErasures(clock.now());
  }

  const look = () => work().catch((error: unknown) => onFailure('erase', error));
  const ticks = every(clock, ERASE_LOOK_MS, look);
  return { start: ticks.start, stop: ticks.stop, look };
}
