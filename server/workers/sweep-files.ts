import { FILES_SWEEP_MS, FILES_SWEPT_MAX, UPLOAD_KEPT_MS } from '../../protocol/wire/limits.ts';
import type { Context } from '../usecases/context.ts';
import type { FileVault } from '../usecases/file-vault.ts';
import { loadServiceBook } from '../usecases/service-book.ts';
import { every } from './every.ts';
import type { ReportFailure } from './tell.ts';

const DAY_MS = 24 * 3_600_000;
/** Of the vault's clock: a file is older than its message by no more than a store that hangs. */
const STRAY_MS_MIN = 3_600_000;

export interface FileSweepParts {
  context: Pick<Context, 'store' | 'clock'>;
  vault: FileVault;
  onFailure: ReportFailure;
}

/** F8: what nobody went on with, what no message refers to, and what was kept as long as the owner said. */
export function createFileSweep({ context, vault, onFailure }: FileSweepParts) {
  const tasks = {
    'files:parts': () => dropParts(context, vault),
    'files:strays': () => removeStrays(context, vault),
    'files:old': () => removeOld(context, vault),
  };
  const sweep = async () => {
    for (const [task, run] of Object.entries(tasks)) await run().catch((error) => onFailure(task, error));
  };
  const ticks = every(context.clock, FILES_SWEEP_MS, sweep);
  return { start: ticks.start, stop: ticks.stop, sweep };
}

async function dropParts({ clock }: FileSweepParts['context'], vault: FileVault): Promise<void> {
  for (const part of await vault.listOldParts(clock.now() - UPLOAD_KEPT_MS)) await vault.dropPart(part);
}

async function removeStrays({ store, clock }: FileSweepParts['context'], vault: FileVault): Promise<void> {
  const names = await vault.listOldNames(clock.now() - STRAY_MS_MIN, FILES_SWEPT_MAX);
  if (names.length === 0) return;
  const known = new Set(await store.listKnownVaultNames(names));
  for (const name of names) if (!known.has(name)) await vault.remove(name);
}

/** First the record, so that nobody is shown a file that is gone; a kill between the two leaves a stray. */
async function removeOld(context: FileSweepParts['context'], vault: FileVault): Promise<void> {
  const { store, clock } = context;
  for (const [siteId, settings] of (await loadServiceBook(context)).sites()) {
    const { keepDays } = settings.files;
    if (keepDays === null) continue;
    const before = clock.now() - keepDays * DAY_MS;
    const old = await store.listOldFiles({ siteId, before, limit: FILES_SWEPT_MAX });
    if (old.length === 0) continue;
    await store.removeFiles(old.map(({ id }) => id));
    for (const { vaultName } of old) await vault.remove(vaultName);
  }
}
