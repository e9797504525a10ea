import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConversationSummary, Entry } from '../../../protocol/wire/model.ts';
import { createIds } from '../../../server/platform/ids.ts';
import { createPasswords } from '../../../server/platform/passwords.ts';
import { systemClock } from '../../../server/platform/system-clock.ts';
import type { Migration } from '../../../server/store/migrations/migration.ts';
import { openStore } from '../../../server/store/open-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { type RelayProcess, startRelay } from '../../support/relay-process.ts';
import { removeFolder } from '../../support/remove-folder.ts';
import type { Stored } from './check-history.ts';
import { faultCli } from './fault-build.ts';

/** A relay of the fault suite's build with its database and one agent who has room for fifty. */
export interface Place {
  relay: RelayProcess;
  /** The database, opened beside the relay. */
  withStore<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** The Cookie header of the agent who is signed in. */
  signIn(email?: string): Promise<string>;
  /** Every conversation as the database holds it now. */
  readStored(): Promise<Stored>;
  /** The agents' list as the database holds it now. */
  readList(): Promise<ConversationSummary[]>;
  /** The relay has migrated further than this program would. */
  knowMigrations(list: readonly Migration[]): void;
  remove(): Promise<void>;
}

export interface PlaceOptions {
  /** PostgreSQL instead of SQLite. */
  databaseUrl?: string;
  environment?: Record<string, string>;
  flags?: string[];
  /** A folder of one's own, such as a small disk. */
  folder?: string;
  cli?: string;
  agents?: string[];
}

const PASSWORD = 'quiet-lantern-42';
const CAPACITY = 50;
const PAGE = 200;
const WHOLE_LIST = { openLimit: 10_000, closedLimit: 10_000 };

export async function openPlace(options: PlaceOptions = {}): Promise<Place> {
  const { databaseUrl, agents = ['ana@example.org'] } = options;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'deskbell-fault-'));
  const where = databaseUrl ? { databaseUrl } : {};
  let migrations: readonly Migration[] | undefined;
  const withStore = async <T>(work: (store: Store) => Promise<T>) => {
    const makeEpoch = () => `epoch-${Date.now()}`;
    const more = migrations ? { migrations } : {};
    const store = await openStore({ dataDir: folder, makeEpoch, ...where, ...more });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  await withStore((store) => employ(store, agents));
  const database = databaseUrl ? { DATABASE_URL: databaseUrl } : {};
  const relay = await startRelay(
    { ...database, DATA_DIR: folder, ...options.environment },
    { cli: options.cli ?? faultCli, folder, flags: options.flags ?? [] },
  );
  return {
    relay,
    withStore,
    signIn: (email = agents[0] ?? '') => signIn(relay.origin, email),
    readStored: () => withStore(readStored),
    readList: () => withStore(async (store) => (await store.listInbox(WHOLE_LIST)).conversations),
    knowMigrations(list) {
      migrations = list;
    },
    async remove() {
      await relay.remove();
      if (!options.folder) removeFolder(folder);
    },
  };
}

async function employ(store: Store, emails: string[]): Promise<void> {
  const ids = createIds(systemClock);
  const passwordHash = await createPasswords().hash(PASSWORD);
  for (const email of emails) {
    const name = email.split('@')[0] ?? email;
    const at = systemClock.now();
    await store.addAgent({ id: ids.agent(), email, name, role: 'agent', passwordHash, capacity: CAPACITY, at });
  }
}

async function signIn(origin: string, email: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/agent/sign-in`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/json', 'X-Deskbell': '1' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`The agent could not sign in: ${answer.status} ${await answer.text()}`);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function readStored(store: Store): Promise<Stored> {
  const stored = new Map<string, { seq: number; clientId: string | null }[]>();
  for (const id of await listConversations(store)) {
    const entries: Entry[] = [];
    for (let more = true; more; ) {
      const page = await store.readPage({ conversationId: id, afterSeq: entries.at(-1)?.seq ?? 0, limit: PAGE });
      entries.push(...(page?.entries ?? []));
      more = page?.more ?? false;
    }
    const brief = entries.map((entry) => ({
      seq: entry.seq,
      clientId: entry.kind === 'message' ? entry.clientId : null,
    }));
    stored.set(id, brief);
  }
  return stored;
}

async function listConversations(store: Store): Promise<string[]> {
  const { conversations } = await store.listInbox(WHOLE_LIST);
  return conversations.map(({ id }) => id);
}
