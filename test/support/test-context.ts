import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIdentities } from '../../server/platform/identity-tokens.ts';
import { systemZones } from '../../server/platform/zone-offset.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/store.ts';
import type { Context, Ids, Passwords } from '../../server/usecases/context.ts';
import { ManualClock } from './manual-clock.ts';
import { putMigratedFile } from './migrated-file.ts';

/** Everything a use case needs, with a real SQLite file in a temporary folder. */
export interface TestContext extends Context {
  store: Store;
  clock: ManualClock;
  passwords: CountingPasswords;
  dataDir: string;
  close(): Promise<void>;
}

export async function openTestContext(clock = new ManualClock()): Promise<TestContext> {
  const dataDir = await mkdtemp(join(tmpdir(), 'deskbell-test-'));
  const ids = sequentialIds();
  let epochs = 0;
  await putMigratedFile(dataDir);
  const store = await openStore({ dataDir, makeEpoch: () => `epoch-${++epochs}` });
  return {
    store,
    clock,
    ids,
    dataDir,
    passwords: new CountingPasswords(),
    zones: systemZones,
    identities: createIdentities({ secretKey: undefined, dataDir, isShared: false }),
    async close() {
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Ids that count, so that a failing test reads well; they sort by the time they were made, as the real ones do. */
function sequentialIds(): Ids {
  let made = 0;
  const next = (prefix: string) => `${prefix}-${String(++made).padStart(6, '0')}`;
  return {
    conversation: () => next('c'),
    visitor: () => next('v'),
    agent: () => next('a'),
    department: () => next('d'),
    role: () => next('role'),
    reply: () => next('r'),
    mail: () => next('m'),
    followUp: () => next('f'),
    view: () => next('w'),
    push: () => next('n'),
    site: () => next('s'),
    picture: () => next('p'),
    secret: (prefix) => next(`${prefix}_`).padEnd(47, 'x'),
    hash: (secret) => createHash('sha256').update(secret).digest('hex'),
  };
}

/** Fast, and counts how often real work would have been done. */
class CountingPasswords implements Passwords {
  verified = 0;

  async hash(password: string): Promise<string> {
    return `hash of ${password}`;
  }

  async common(): Promise<ReadonlySet<string>> {
    return new Set(['password123', 'qwertyuiop']);
  }

  async verify(hash: string | undefined, password: string): Promise<boolean> {
    this.verified += 1;
    return hash === `hash of ${password}`;
  }
}
