import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPace } from '../../support/pace.ts';
import { type Checked, checkHistory } from '../kit/check-history.ts';
import { Crowd } from '../kit/crowd.ts';
import { gather } from '../kit/gather.ts';
import type { Line } from '../kit/history.ts';
import { openPlace } from '../kit/place.ts';

export interface RestoreResult extends Checked {
  /** From the start on the restored database until everybody shows exactly what it holds, ms. */
  reloadMs: number;
  /** The same as it would have been where the promise was made, by what the machine got done meanwhile. */
  evenReloadMs: number;
  /** Acknowledged after the backup was made: a backup cannot hold them. */
  afterBackup: number;
  newEpoch: boolean;
  unsentDelivered: boolean;
}

/** P13, P39: an older database is put under connected clients. */
export async function runRestore(seed: number): Promise<RestoreResult> {
  const place = await openPlace();
  const crowd = new Crowd(place, 'restore', seed);
  const pace = await startPace();
  try {
    await gather(crowd, place, 3);
    await say(crowd, 5);
    const epoch = await place.withStore((store) => store.readEpoch());
    const backup = join(place.relay.folder, 'backup.copy');
    const made = await place.relay.command(['backup', backup]);
    if (made.code !== 0) throw new Error(made.err);
    await say(crowd, 5);
    await place.relay.stop();
    // Written while the relay is away: unsent, and of no epoch.
    const written = crowd.history.lines.length;
    for (const person of crowd.people) person.write();
    const unsent = crowd.history.lines
      .slice(written)
      .flatMap((line) => (line.kind === 'invoke' ? [line.clientId] : []));
    const file = join(place.relay.folder, 'deskbell.db');
    // As docs/operations.md says: away with all three, then the copy in their place.
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    copyFileSync(backup, file);
    const startedAt = performance.now();
    await place.relay.restart();
    await crowd.untilAcknowledged(new Set(unsent));
    await crowd.settle();
    const reloadMs = Math.round(performance.now() - startedAt);
    const evenReloadMs = await pace.even(startedAt, startedAt + reloadMs);
    await say(crowd, 3);
    await crowd.settle();
    const stored = await place.readStored();
    const kept = new Set([...stored.values()].flatMap((entries) => entries.map(({ clientId }) => clientId)));
    const gone = goneOf(crowd.history.lines, kept);
    const left = crowd.history.lines.filter(
      (line) => !('clientId' in line) || line.kind === 'shown' || !gone.has(line.clientId ?? ''),
    );
    const checked = checkHistory(left, stored, new Set(crowd.people.map(({ name }) => name)));
    const newEpoch = (await place.withStore((store) => store.readEpoch())) !== epoch;
    const unsentDelivered = unsent.every((clientId) => kept.has(clientId)) && unsent.length === crowd.people.length;
    return { ...checked, reloadMs, evenReloadMs, afterBackup: gone.size, newEpoch, unsentDelivered };
  } finally {
    pace.end();
    await crowd.close();
    await place.remove();
  }
}

/** What was acknowledged by the life that the backup does not know. */
function goneOf(lines: readonly Line[], kept: ReadonlySet<string | null>): Set<string> {
  return new Set(lines.flatMap((line) => (line.kind === 'ok' && !kept.has(line.clientId) ? [line.clientId] : [])));
}

async function say(crowd: Crowd, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    for (const person of crowd.people) person.write();
    await crowd.until('all of it is stored', () => crowd.people.every(({ unsent }) => unsent === 0));
  }
}
