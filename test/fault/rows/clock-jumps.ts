import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../server/platform/system-clock.ts';
import { removeFolder } from '../../support/remove-folder.ts';
import type { Checked } from '../kit/check-history.ts';
import { Crowd } from '../kit/crowd.ts';
import { gather } from '../kit/gather.ts';
import { openPlace } from '../kit/place.ts';

export interface ClockJumpsSize {
  seed: number;
  /** The clock is set so often, */
  jumps: number;
  everyMs: number;
  databaseUrl?: string;
}

export interface ClockJumpsResult extends Checked {
  failed: number;
  /** Agents who were thought gone: conversations that went back to the queue. */
  requeued: number;
  /** Between the first and the last entry by the relay's clock, which proves that it was set. */
  spanMs: number;
  /** Entries whose instant is before that of the one before them. */
  backwards: number;
}

const SHIFTS_MS = [-3_600_000, 600_000, 0, -60_000, 600_000, -3_600_000];

/** P13: somebody sets the relay's clock an hour back, ten minutes forward, and so on, while everybody writes. */
export async function runClockJumps({ seed, jumps, everyMs, databaseUrl }: ClockJumpsSize): Promise<ClockJumpsResult> {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-clock-'));
  const file = join(folder, 'shift');
  writeFileSync(file, '0');
  const place = await openPlace({ environment: { CLOCK_SHIFT_FILE: file }, ...(databaseUrl ? { databaseUrl } : {}) });
  const crowd = new Crowd(place, 'clock-jumps', seed);
  try {
    await gather(crowd, place, 5);
    crowd.babble(100);
    for (let jump = 0; jump < jumps; jump += 1) {
      writeFileSync(file, String(SHIFTS_MS[jump % SHIFTS_MS.length]));
      await new Promise<void>((resolve) => void systemClock.after(everyMs, resolve));
    }
    await crowd.settle();
    const entries = await place.withStore(async (store) => {
      const ids = crowd.people.map(({ conversationId }) => conversationId ?? '');
      const pages = await Promise.all(
        [...new Set(ids)].map((id) => store.readPage({ conversationId: id, afterSeq: 0, limit: 10_000 })),
      );
      return pages.map((page) => page?.entries ?? []);
    });
    return {
      ...(await crowd.judge()),
      failed: crowd.people.reduce((sum, person) => sum + person.failed, 0),
      requeued: entries.reduce((sum, list) => sum + list.filter(({ kind }) => kind === 'queued').length - 1, 0),
      spanMs: Math.max(...entries.flat().map(({ at }) => at)) - Math.min(...entries.flat().map(({ at }) => at)),
      backwards: entries.flatMap((list) => list.filter((entry, index) => entry.at < (list[index - 1]?.at ?? 0))).length,
    };
  } finally {
    await crowd.close();
    await place.remove();
    removeFolder(folder);
  }
}
