import { join } from 'node:path';
import { DATABASE_CLOCK_MS } from '../../protocol/wire/limits.ts';
import { type App, createApp } from '../app.ts';
import { readPublicFiles } from '../http/public-files.ts';
import { createReporter } from '../observe/log-reports.ts';
import type { Report } from '../observe/report.ts';
import { openBuiltBusinessProcess } from '../platform/business-process.ts';
import { openBuiltFactThreads } from '../platform/fact-thread.ts';
import { createFileVault } from '../platform/file-vault.ts';
import { createLogger } from '../platform/logger.ts';
import { watchLoopDelay } from '../platform/loop-delay.ts';
import { judgeNode } from '../platform/node-version.ts';
import { packageRoot } from '../platform/package-root.ts';
import { createSmtpMailer } from '../platform/smtp-mailer.ts';
import { watchTurns } from '../platform/turn-age.ts';
import { createWebPusher } from '../platform/web-pusher.ts';
import { createSharedDesk } from '../usecases/share-report.ts';
import { every } from '../workers/every.ts';
import { closeStore } from './close-store.ts';
import { CommandEnd, EXIT } from './exit.ts';
import type { Installation } from './installation.ts';
import { complain, print } from './io.ts';
import { strings } from './strings.ts';

/** After everything is closed; nothing is under way then. */
const LINGER_MS = 500;

export interface RunningRelay {
  app: App;
  origin: string;
  /** Resolves when the relay was stopped by a signal and everything is closed. */
  stopped: Promise<void>;
}

/** Starts the relay on an installation and stops it on a signal; the second signal stops at once. */
export async function runRelay({ config, context, correctClock }: Installation): Promise<RunningRelay> {
  const { report } = createReporter(createLogger(config.logLevel));
  catchLastFaults(report);
  const files = readPublicFiles(join(packageRoot(), 'dist', 'public'));
  const { store, clock, ids, passwords, identities } = context;
  const loopDelay = watchLoopDelay();
  const turns = watchTurns();
  const machine = { loopMs: () => loopDelay.take(), countTurn: () => turns.count(), random: Math.random };
  const vault = createFileVault(join(config.dataDir, 'files'));
  const mailer = config.mail && createSmtpMailer(config.mail.smtp, config.mail.from);
  // Links in mails are signed: a key that cannot be had is said now, and not by the first mail.
  if (mailer) identities.secretOf('mail', 'links');
  const pusher = createWebPusher();
  const threads = openBuiltFactThreads();
  const facts = threads && createSharedDesk(threads);
  const business = openBuiltBusinessProcess(config);
  const parts = {
    store,
    clock,
    ids,
    passwords,
    identities,
    report,
    files,
    vault,
    mailer,
    pusher,
    facts,
    business,
    config,
  };
  const app = createApp({ ...parts, ...machine });
  const clockTicks = correctClock && every(clock, DATABASE_CLOCK_MS, correctClock);
  clockTicks?.start();
  sayNodeVersion();
  if (files.size === 0) complain(strings.start.notBuilt);
  const stopped = onSignal(async () => {
    complain(strings.start.stopping);
    await clockTicks?.stop();
    await app.close();
    await threads?.close();
    await business?.close();
    await closeStore(store, clock);
    // A database that hangs keeps its connections open, also those that were ended, and they keep the process.
    setTimeout(() => process.exit(EXIT.done), LINGER_MS).unref();
  });
  try {
    const { origin } = await app.listen(config.port);
    return { app, origin, stopped };
  } catch (error) {
    await clockTicks?.stop();
    await app.close();
    await threads?.close();
    await business?.close();
    await store.close();
    throw listenFailed(error, config);
  }
}

export function printAddresses(origin: string): void {
  print('');
  print(strings.start.shop(origin));
  print(strings.start.console(origin));
}

function sayNodeVersion(): void {
  const verdict = judgeNode(process.version);
  if (verdict.kind === 'good') return;
  const hint =
    verdict.kind === 'ended' ? strings.start.nodeEnded(verdict.line) : strings.start.nodeBehind(verdict.floor);
  complain(hint);
}

/** P18: what nobody caught is a mistake of ours, to be told and mended, and no reason to hang up on everybody. */
function catchLastFaults(report: Report): void {
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error: unknown) => report({ kind: 'uncaught', error }));
  }
  // A terminal or a pipe that is gone: there is nobody left to tell.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

function onSignal(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    const onSignalNow = () => {
      if (stopping) process.exit(EXIT.failed);
      stopping = true;
      stop().then(resolve, reject);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignalNow);
  });
}

function listenFailed(error: unknown, { port, host }: { port: number; host: string }): unknown {
  const { code } = error as { code?: string };
  const { portInUse, portDenied, hostUnknown } = strings.start;
  if (code === 'EADDRINUSE') return new CommandEnd(EXIT.failed, portInUse(port));
  if (code === 'EACCES') return new CommandEnd(EXIT.failed, portDenied(port));
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new CommandEnd(EXIT.failed, hostUnknown(host));
  return error;
}
