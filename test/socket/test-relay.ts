import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../protocol/kit/random.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import { createApp } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import type { Allowances } from '../../server/gateway/allowances.ts';
import type { PublicFiles } from '../../server/http/public-files.ts';
import type { ReportEvent, ReportKind } from '../../server/observe/report.ts';
import { createFileVault } from '../../server/platform/file-vault.ts';
import { createIdentities } from '../../server/platform/identity-tokens.ts';
import { createIds } from '../../server/platform/ids.ts';
import { createPasswords } from '../../server/platform/passwords.ts';
import { systemClock } from '../../server/platform/system-clock.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/store.ts';
import { addAgent } from '../../server/usecases/add-agent.ts';
import { addSite } from '../../server/usecases/add-site.ts';
import type { Context } from '../../server/usecases/context.ts';
import type { FileVault } from '../../server/usecases/file-vault.ts';
import type { Mailer } from '../../server/usecases/mail/mailer.ts';
import type { Pusher } from '../../server/usecases/notices/pusher.ts';
import { putMigratedFile } from '../support/migrated-file.ts';
import { openPlainClient, type PlainClient } from '../support/plain-client.ts';

/** The whole relay in this process: a real port, a real SQLite file, real clocks and hashes. */
export interface TestRelay {
  origin: string;
  store: Store;
  context: Context;
  folder: string;
  vault: FileVault;
  reports: ReportEvent[];
  count(kind: ReportKind): number;
  addSite(name: string, origins: string[]): Promise<string>;
  addAgent(email: string): Promise<void>;
  /** Signs in and answers the Cookie header. */
  signIn(email: string, password?: string): Promise<string>;
  visitor(hello?: Record<string, unknown>, headers?: Record<string, string>): Promise<PlainClient>;
  agent(cookie: string, headers?: Record<string, string>): Promise<PlainClient>;
  /** A request of the relay's own page, unless the headers say otherwise. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Asked>;
  closeApp(): Promise<void>;
  remove(): Promise<void>;
}

export interface Asked {
  status: number;
  headers: Headers;
  answer: Answer<Record<string, unknown>>;
}

export interface TestRelayOptions {
  allowances?: Partial<Allowances>;
  config?: Partial<Pick<Config, 'publicUrl' | 'trustProxy' | 'filesBytesMax' | 'trustedServices'>>;
  files?: PublicFiles;
  /** For tests that break the store. */
  wrapStore?: (store: Store) => Store;
  /** What happened before the relay started: beside a running one, its workers would take part in it. */
  before?: (store: Store) => Promise<void>;
  /** How late the event loop is said to be, ms; otherwise never. */
  loopMs?: () => number;
  port?: number;
  /** Otherwise mail is off. */
  mailer?: Mailer;
  /** Otherwise nothing is pushed. */
  pusher?: Pusher;
}

export const PASSWORD = 'quiet-lantern-42';
const plenty = { burst: 1_000_000, perSecond: 1_000_000 };
const UNLIMITED: Allowances = {
  visitorSend: plenty,
  agentSend: plenty,
  visitorSignal: plenty,
  agentSignal: plenty,
  connect: plenty,
};

export async function startTestRelay(options: TestRelayOptions = {}): Promise<TestRelay> {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-socket-'));
  const ids = createIds(systemClock);
  const [opened, store] = await openStores(folder, () => ids.site(), options);
  const reports: ReportEvent[] = [];
  const vault = createFileVault(join(folder, 'files'));
  const app = createApp({
    ...{ store, clock: systemClock, ids, passwords: createPasswords() },
    identities: createIdentities({ secretKey: undefined, dataDir: folder, isShared: false }),
    report: (event) => reports.push(event),
    ...{ files: options.files ?? new Map(), vault, pusher: options.pusher },
    config: { host: '127.0.0.1', publicUrl: undefined, trustProxy: undefined, ...options.config },
    allowances: { ...UNLIMITED, ...options.allowances },
    ...{ loopMs: options.loopMs ?? (() => 0), random: seededRandom(1), mailer: options.mailer },
  });
  const { port } = await app.listen(options.port ?? 0);
  const origin = `http://127.0.0.1:${port}`;
  const own = options.config?.publicUrl ?? origin;

  const ask: TestRelay['ask'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { Origin: own, 'Content-Type': 'application/json', 'X-Deskbell': '1', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    const answer = text.startsWith('{') ? JSON.parse(text) : { ok: false, error: text };
    return { status: response.status, headers: response.headers, answer };
  };

  return {
    origin,
    store,
    context: app.context,
    folder,
    vault,
    reports,
    count: (kind) => reports.filter((report) => report.kind === kind).length,
    async addSite(name, origins) {
      const { answer } = await addSite(app.context, { name, origins });
      if (!answer.ok) throw new Error(answer.hint);
      return answer.value.site.key;
    },
    async addAgent(email) {
      const name = email.split('@')[0] ?? email;
      const { answer } = await addAgent(app.context, { email, name, role: 'agent', password: PASSWORD });
      if (!answer.ok) throw new Error(answer.hint ?? answer.error);
    },
    async signIn(email, password = PASSWORD) {
      const { status, headers } = await ask('POST', '/api/v1/agent/sign-in', { email, password });
      if (status !== 200) throw new Error(`sign-in: ${status}`);
      return (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    },
    visitor: (hello, headers) =>
      openPlainClient(origin, '/visitor', { version: 1, site: 'demo', ...hello }, { Origin: own, ...headers }),
    agent: (cookie, headers) =>
      openPlainClient(origin, '/agent', { version: 1 }, { Origin: own, Cookie: cookie, ...headers }),
    ask,
    closeApp: () => app.close(),
    async remove() {
      await app.close();
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The store, and the same as the relay is to have it. */
async function openStores(dataDir: string, makeEpoch: () => string, { wrapStore, before }: TestRelayOptions) {
  await putMigratedFile(dataDir);
  const opened = await openStore({ dataDir, makeEpoch });
  const store = wrapStore?.(opened) ?? opened;
  await before?.(store);
  return [opened, store] as const;
}
