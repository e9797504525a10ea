import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AGENT_CAPACITY_MAX } from '../../protocol/wire/limits.ts';
import { PROTOCOL_VERSION } from '../../protocol/wire/version.ts';
import { type App, createApp } from '../../server/app.ts';
import { PLAIN_COOKIE } from '../../server/gateway/session-cookie.ts';
import { type PublicFiles, readPublicFiles } from '../../server/http/public-files.ts';
import { createFileVault } from '../../server/platform/file-vault.ts';
import { createIdentities } from '../../server/platform/identity-tokens.ts';
import { createIds } from '../../server/platform/ids.ts';
import { createPasswords } from '../../server/platform/passwords.ts';
import { systemClock } from '../../server/platform/system-clock.ts';
import { openStore, SQLITE_FILE } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/store.ts';
import { copyPostgresRows, copySqliteRows } from '../kit/copy-rows.ts';
import { fillStore, TEMPLATE_MESSAGES } from '../kit/fill-store.ts';
import { answerQuestions } from '../kit/pinned-process.ts';
import { readCpu, readMemory } from '../kit/read-process.ts';
import { EMPTY_PAGES, SITE, type Stage } from '../kit/stage.ts';

/**
 * The product as it runs, but for its budgets: one process, a database that waits for the disk, the real
 * handshake.
 */
const UNLIMITED = { burst: 1e9, perSecond: 1e9 };
const ids = createIds(systemClock);
let store: Store | undefined;
let app: App | undefined;

const origin = 'http://shop.example';

interface StartIn {
  folder: string;
  /** Undefined: SQLite in the folder. */
  databaseUrl?: string;
  stored: number;
  agents: number;
  visitors: number;
}

async function start(input: StartIn): Promise<Stage> {
  const opened = await openFilled(input);
  store = opened;
  const secrets: string[] = [];
  for (let number = 0; number < input.agents; number++) secrets.push(await addAgent(opened, number));
  app = createApp({
    store: opened,
    clock: systemClock,
    ids,
    passwords: createPasswords(),
    identities: createIdentities({ secretKey: 'a'.repeat(32), dataDir: '.', isShared: false }),
    report: (event) => {
      if (event.kind === 'command_failed' || event.kind === 'background_failed') console.error(event);
    },
    files: pages(),
    vault: createFileVault(join(input.folder, 'files')),
    config: { host: '127.0.0.1', publicUrl: undefined, trustProxy: undefined },
    allowances: {
      visitorSend: UNLIMITED,
      agentSend: UNLIMITED,
      visitorSignal: UNLIMITED,
      agentSignal: UNLIMITED,
      connect: UNLIMITED,
    },
  });
  const listening = await app.listen(0);
  return {
    kind: 'deskbell',
    port: listening.port,
    visitorHeaders: { origin },
    agentHeaders: secrets.map((secret) => ({ origin: listening.origin, cookie: `${PLAIN_COOKIE}=${secret}` })),
    visitorHello: { version: PROTOCOL_VERSION, site: SITE },
    agentHello: { version: PROTOCOL_VERSION },
    visitors: input.visitors,
    agents: input.agents,
  };
}

async function openFilled({ folder, databaseUrl, stored }: StartIn): Promise<Store> {
  const place = { dataDir: folder, makeEpoch: randomUUID, ...(databaseUrl ? { databaseUrl } : {}) };
  const opened = await openStore(place);
  const siteId = ids.site();
  await opened.addSite({ id: siteId, key: SITE, name: 'Bench', origins: [origin], at: Date.now() });
  await fillStore(opened, ids, siteId, stored);
  const copies = Math.ceil(stored / TEMPLATE_MESSAGES) - 1;
  if (copies < 1) return opened;
  await opened.close();
  if (databaseUrl) await copyPostgresRows(databaseUrl, copies);
  else await copySqliteRows(join(folder, SQLITE_FILE), copies);
  return openStore(place);
}

/** What was built, and the smallest page there is, with the tag and without it. */
function pages(): PublicFiles {
  const files = new Map(readPublicFiles(join(process.cwd(), 'dist/public')));
  for (const [path, tag] of Object.entries(EMPTY_PAGES)) {
    const html = `<!doctype html><html lang="en"><head><title>Empty</title>${tag}</head><body><h1>Empty</h1></body></html>`;
    const variant = { encoding: null, content: Buffer.from(html), etag: `"${path}"` };
    files.set(path, { type: 'text/html; charset=utf-8', variants: [variant] });
  }
  return files;
}

async function addAgent(into: Store, number: number): Promise<string> {
  const id = ids.agent();
  const at = Date.now();
  await into.addAgent({
    id,
    email: `agent-${number}-${id}@bench.example`,
    name: `Agent ${number}`,
    role: 'agent',
    passwordHash: 'nobody signs in with a password here',
    capacity: AGENT_CAPACITY_MAX,
    at,
  });
  const secret = ids.secret('ses');
  await into.addSession({ id: ids.hash(secret), agentId: id, at });
  return secret;
}

answerQuestions({
  start,
  cpu: readCpu,
  memory: readMemory,
  async end() {
    await app?.close();
    await store?.close();
  },
});
