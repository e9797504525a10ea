import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../protocol/kit/random.ts';
import { openStore } from '../../server/store/open-store.ts';
import { planHistory } from './history-plan.ts';
import { LiveHistory, siteId } from './live-history.ts';
import { putMigratedFile } from './migrated-file.ts';

const DAY = 24 * 3_600_000;

/** A folder for a relay in which some days of a shop have happened: conversations, ratings, answers without a name, and orders of today's customers. */
export async function seedFolder(conversations: number, now: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-seeded-'));
  await putMigratedFile(folder);
  const store = await openStore({ dataDir: folder, makeEpoch: () => 'seeded' });
  const plan = planHistory(seededRandom(357), { conversations, from: now - 5 * DAY, to: now - DAY });
  await new LiveHistory(store, plan).happen();
  const orders = Array.from({ length: 40 }, (_, n) => ({
    ...{ orderId: `S-${n}`, minor: 1_000 + n, currency: 'EUR', subject: `c-${n % 25}` },
    ...{ at: now - 4 * DAY + n * 3_600_000, isCancelled: false },
  }));
  await store.importOrders({ siteId: siteId(0), orders, at: now });
  await store.close();
  return folder;
}
