import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../protocol/kit/clock.ts';
import type { Random } from '../protocol/kit/random.ts';
import {
  CLOSING_COMMANDS_MS_MAX,
  CLOSING_CONNECTIONS_MS_MAX,
  CLOSING_WORKERS_MS_MAX,
  FILE_BYTES_TOTAL_MAX,
} from '../protocol/wire/limits.ts';
import { type Config, ownOrigins } from './config.ts';
import { readAddressBlock } from './domain/address-block.ts';
import { type Allowances, DEFAULT_ALLOWANCES } from './gateway/allowances.ts';
import { sessionSecret } from './gateway/session-cookie.ts';
import { SiteDirectory } from './gateway/site-directory.ts';
import { createSocketGateway, type SocketGateway } from './gateway/socket-gateway.ts';
import type { Caller } from './http/headers.ts';
import { createHttpServer } from './http/http-server.ts';
import type { PublicFiles } from './http/public-files.ts';
import { createWebApp } from './http/web-app.ts';
import type { Report } from './observe/report.ts';
import { createOutsideDesk } from './platform/ask-outside.ts';
import { clientAddress, createProxyTrust, isEncrypted } from './platform/client-address.ts';
import { contentHash, fileId, requestId } from './platform/ids.ts';
import { createLinkSigner } from './platform/link-signer.ts';
import { createWebPusher } from './platform/web-pusher.ts';
import { systemZones } from './platform/zone-offset.ts';
import type { Store } from './store/store.ts';
import { addSite } from './usecases/add-site.ts';
import type { BusinessDesk } from './usecases/business-question.ts';
import type { Context, Identities, Ids, Passwords } from './usecases/context.ts';
import type { FactDesk } from './usecases/fact-desk.ts';
import type { FileVault } from './usecases/file-vault.ts';
import { rereadGone, writeGone } from './usecases/gone-book.ts';
import { createRateLimit } from './usecases/limit-rate.ts';
import type { Mailer } from './usecases/mail/mailer.ts';
import { mailFollowUp } from './usecases/mail-follow-up.ts';
import type { Pusher } from './usecases/notices/pusher.ts';
import { rereadBlocks } from './usecases/people/block-book.ts';
import { resumePresence } from './usecases/resume-presence.ts';
import { createLoadShed } from './usecases/shed-load.ts';
import { createUploads } from './usecases/uploads.ts';
import { createBlockWorker } from './workers/block-worker.ts';
import { createEraseWorker } from './workers/erase-worker.ts';
import { createFactWorker } from './workers/fact-worker.ts';
import { createKeepingWorker } from './workers/keeping-worker.ts';
import { createMailWorker } from './workers/mail-worker.ts';
import { createPushWorker } from './workers/push-worker.ts';
import { createQueueTeller } from './workers/queue-teller.ts';
import { createRoutingWorker } from './workers/routing-worker.ts';
import { sendDuePlanned } from './workers/send-planned.ts';
import { createServiceWorker } from './workers/service-worker.ts';
import { createFileSweep } from './workers/sweep-files.ts';
import { createSweeper } from './workers/sweeper.ts';
import { createFindWorker } from './workers/take-up-words.ts';

export interface AppParts {
  /** Stays open when the app closes: who opened it closes it. */
  store: Store;
  clock: Clock;
  ids: Ids;
  passwords: Passwords;
  identities: Identities;
  report: Report;
  files: PublicFiles;
  /** Where the files lie that people send. */
  vault: FileVault;
  /** How browsers are pushed to; left out, the keys are made and nothing is sent. */
  pusher?: Pusher | undefined;
  /** Undefined: no mail goes out (E7). */
  mailer?: Mailer | undefined;
  config: Pick<Config, 'host' | 'publicUrl' | 'trustProxy'> &
    Partial<Pick<Config, 'filesBytesMax' | 'trustedServices'>>;
  /** Larger ones for benches; people get DEFAULT_ALLOWANCES. */
  allowances?: Partial<Allowances>;
  /** How late the event loop comes round, ms, on average since it was asked last. Left out, it counts as never late. */
  loopMs?: () => number;
  /** The turn of the event loop that goes on (O5). Without it no turn is too long. */
  countTurn?: () => { commands: number; ms: number };
  /** Left out, nothing is spread: for tests. */
  random?: Random;
  /** Left out, reports are worked out in this thread: for tests. */
  facts?: FactDesk | undefined;
  /** Left out, figures of business are, too. */
  business?: BusinessDesk | undefined;
}

export interface App {
  httpServer: HttpServer;
  context: Context;
  /** Serves on this port; 0 picks a free one. Rejects with the system's error (EADDRINUSE …). */
  listen(port: number): Promise<Listening>;
  /** Ends what is under way, tells everybody, and stops within CLOSING_MS_MAX. Any number of calls are one. */
  close(): Promise<void>;
}

export interface Listening {
  port: number;
  /** Under which people reach it. */
  origin: string;
}

const DEMO = { key: 'demo', name: 'Demo shop' };

/** Joins all rooms of the server. The only place where they meet. */
export function createApp(parts: AppParts): App {
  const { store, clock, report, config, vault, pusher = createWebPusher() } = parts;
  const state = { ready: false, origin: '' };
  const context = createContext(parts, () => state.origin);
  const sites = new SiteDirectory({ readSites: () => store.listSites(), clock, report });
  const limits = createLimits(clock, { ...DEFAULT_ALLOWANCES, ...parts.allowances });
  const caller = createCaller(config);
  const load = createLoadShed(parts.random ?? (() => 0), parts.countTurn);
  const httpServer = createHttpServer();

  const gateway = createSocketGateway({
    ...{ httpServer, context, clock, report, sites, limits, requestId, load },
    loopMs: parts.loopMs ?? (() => 0),
    addressBlockOf: caller.addressOf,
    secretOf: (request) => sessionSecret(request.headers.cookie, caller.isEncrypted(request)),
    wakeRouting: () => workers.wake(),
    heard: (notices) => workers.hear(notices),
  });
  const totalBytesMax = config.filesBytesMax ?? FILE_BYTES_TOTAL_MAX;
  const uploads = createUploads(context, { vault, hashOf: contentHash, newId: fileId, totalBytesMax });
  const workers = createWorkers(context, report, gateway, vault, parts);
  const webApp = createWebApp({
    ...{ context, clock, sites, caller, report, requestId, load, uploads, vault, pusher, files: parts.files },
    ...{ dispatch: gateway.dispatch, connects: limits.connect, publicOrigin: () => state.origin },
    ping: () => store.ping(),
    isClosing: () => !state.ready,
  });
  httpServer.on('request', webApp);

  async function openSites(port: number): Promise<void> {
    const origins = ownOrigins(config, port);
    sites.setOwn(origins);
    await seedDemo(context, origins);
    await sites.start();
  }

  async function listen(wanted: number): Promise<Listening> {
    await Promise.all([resumePresence(context), rereadBlocks(context), rereadGone(context)]);
    // Who comes before the sites are known would be told for good that there is no such site. With port 0 nobody comes.
    if (wanted !== 0) await openSites(wanted);
    const port = await listening(httpServer, wanted, config.host);
    if (wanted === 0) await openSites(port);
    const origins = ownOrigins(config, port);
    workers.start();
    state.origin = origins[0] ?? '';
    state.ready = true;
    report({ kind: 'listening', port, host: config.host });
    return { port, origin: state.origin };
  }

  async function shutDown(): Promise<void> {
    const startedAt = clock.now();
    report({ kind: 'closing' });
    state.ready = false;
    const ended = new Promise<void>((resolve) => httpServer.close(() => resolve()));
    httpServer.closeIdleConnections();
    await within(clock, CLOSING_COMMANDS_MS_MAX, gateway.close());
    sites.stop();
    await within(clock, CLOSING_WORKERS_MS_MAX, workers.stop());
    httpServer.closeAllConnections();
    await within(clock, CLOSING_CONNECTIONS_MS_MAX, ended);
    report({ kind: 'closed', ms: clock.now() - startedAt });
  }

  let closing: Promise<void> | undefined;
  return {
    httpServer,
    context,
    listen,
    close: () => {
      closing ??= shutDown();
      return closing;
    },
  };
}

/** What happens because time passed or capacity changed. */
function createWorkers(
  context: Context,
  report: Report,
  gateway: SocketGateway,
  vault: FileVault,
  { mailer, pusher }: Pick<AppParts, 'mailer' | 'pusher'>,
) {
  const { store, clock } = context;
  const { tell, openSessions, keepPresence } = gateway;
  const onFailure = (task: string, error: unknown) => report({ kind: 'background_failed', task, error });
  const routing = createRoutingWorker({ store, clock, tell, onFailure });
  const wakeRouting = () => {
    routing.wake();
    places.moved();
  };
  const listOpenSessions = openSessions;
  const places = createQueueTeller({ context, tell, onFailure });
  const service = createServiceWorker({ context, tell, wakeRouting, onFailure });
  const sweeper = createSweeper({
    store,
    clock,
    tell,
    wakeRouting,
    listOpenSessions,
    keepPresence,
    onFailure,
    mailOverdue: (followUp) => mailFollowUp(context, followUp, 'overdue'),
    noteGone: () => writeGone(context),
    sendPlanned: () => sendDuePlanned({ context, tell, wakeRouting }),
  });
  const fileSweep = createFileSweep({ context, vault, onFailure });
  const facts = createFactWorker({ context, onFailure });
  const mails = createMailWorker({ context, mailer, report, onFailure });
  const pushes = createPushWorker({ context, pusher, report, onFailure });
  const finder = createFindWorker({ store, clock, onFailure });
  const blocks = createBlockWorker({ context, onFailure });
  const eraser = createEraseWorker({ context, vault, tell, onFailure });
  const keeper = createKeepingWorker({ context, vault, tell, report, onFailure });
  const all = [routing, sweeper, service, places, fileSweep, facts, mails, finder, blocks, pushes, eraser, keeper];
  return {
    wake: wakeRouting,
    hear: pushes.hear,
    start() {
      for (const worker of all) worker.start();
    },
    stop: () => Promise.all(all.map((worker) => worker.stop())),
  };
}

/** Links of mails are signed with the installation's own key. */
function createContext({ mailer, facts, business, config, ...parts }: AppParts, origin: () => string): Context {
  const { store, clock, ids, passwords, identities } = parts;
  const signer = createLinkSigner(() => identities.secretOf('mail', 'links'));
  const mail = { ...signer, isOn: mailer !== undefined, from: mailer?.from ?? null, origin };
  const outside = createOutsideDesk(() => identities.secretOf('outside', 'keys'), {
    trusted: config.trustedServices ?? [],
  });
  return { store, clock, ids, passwords, identities, zones: systemZones, mail, facts, business, outside };
}

function createLimits(clock: Clock, allowances: Allowances) {
  return {
    visitorSend: createRateLimit(clock, allowances.visitorSend),
    agentSend: createRateLimit(clock, allowances.agentSend),
    visitorSignal: createRateLimit(clock, allowances.visitorSignal),
    agentSignal: createRateLimit(clock, allowances.agentSignal),
    connect: createRateLimit(clock, allowances.connect),
  };
}

function createCaller(config: AppParts['config']): {
  [Question in keyof Caller]: (request: IncomingMessage) => ReturnType<Caller[Question]>;
} {
  const trusts = createProxyTrust(config.trustProxy);
  // PUBLIC_URL is the owner's word that people come over TLS, whatever the last hop looks like.
  const isPublicTls = config.publicUrl?.startsWith('https:') ?? false;
  return {
    isEncrypted: (request) => isPublicTls || isEncrypted(request, trusts),
    addressOf: (request) => readAddressBlock(clientAddress(request, trusts)),
  };
}

function listening(server: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** The demo's own site allows the relay's own origins and nothing else. A new address of the relay is added to it. */
async function seedDemo(context: Context, origins: string[]): Promise<void> {
  const { answer } = await addSite(context, { ...DEMO, origins });
  if (!answer.ok) await context.store.addSiteOrigins({ key: DEMO.key, origins });
}

/** Waits for `work`, but not longer: closing must end. */
function within(clock: Clock, ms: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    const done = () => {
      cancel();
      resolve();
    };
    work.then(done, done);
  });
}
