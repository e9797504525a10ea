import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Answer } from '../../protocol/wire/errors.ts';
import { type Config, readConfig } from '../config.ts';
import { createDatabaseClock } from '../platform/database-clock.ts';
import { createIdentities } from '../platform/identity-tokens.ts';
import { createIds } from '../platform/ids.ts';
import { createPasswords } from '../platform/passwords.ts';
import { systemClock, systemSources } from '../platform/system-clock.ts';
import { systemZones } from '../platform/zone-offset.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import type { Context } from '../usecases/context.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { strings } from './strings.ts';

export interface Installation {
  config: Config;
  context: Context;
  /** On PostgreSQL: asks for its clock once more (R22). */
  correctClock?: () => Promise<void>;
}

/** Opens the database that the environment names, beside a running relay or without one. */
export async function openInstallation(config: Config = readConfig(process.env)): Promise<Installation> {
  if (!config.databaseUrl) makeDataDir(config.dataDir);
  const { databaseUrl, dataDir } = config;
  try {
    const shared = databaseUrl ? createDatabaseClock(systemSources, () => store.readClock()) : undefined;
    const clock = shared ?? systemClock;
    const store: Store = await openStore({
      ...{ dataDir, makeEpoch: randomUUID },
      ...(databaseUrl ? { databaseUrl } : {}),
    });
    await shared?.correct();
    return {
      config,
      context: {
        ...{ store, clock, ids: createIds(clock), passwords: createPasswords(), zones: systemZones },
        identities: createIdentities({ secretKey: config.secretKey, dataDir, isShared: databaseUrl !== undefined }),
      },
      ...(shared ? { correctClock: () => shared.correct() } : {}),
    };
  } catch (error) {
    throw new CommandEnd(EXIT.failed, strings.storeFailed(messageOf(error)));
  }
}

/** Only this account may read what people wrote. */
function makeDataDir(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new CommandEnd(EXIT.failed, strings.noDataDir(folder));
  }
}

/** Runs one short command on the installation and closes it again, whatever happens. */
export async function withInstallation(work: (installation: Installation) => Promise<void>): Promise<void> {
  const installation = await openInstallation();
  try {
    await work(installation);
  } finally {
    await installation.context.store.close();
  }
}

/** A refusal of a use case becomes its sentence and exit code 3; wrong input becomes 2. */
export function unwrap<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  const code = answer.error === 'invalid_payload' ? EXIT.wrongUse : EXIT.refused;
  const sentence = answer.hint ?? strings.refused[answer.error as keyof typeof strings.refused] ?? answer.error;
  throw new CommandEnd(code, sentence);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
