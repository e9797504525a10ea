import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { randomPassword } from '../platform/ids.ts';
import { addAgent } from '../usecases/add-agent.ts';
import type { Context } from '../usecases/context.ts';
import { EXIT } from './exit.ts';
import { openInstallation, unwrap } from './installation.ts';
import { print } from './io.ts';
import { strings } from './strings.ts';

const GUIDES = [
  { name: 'Ana', email: 'ana@tour.example', role: 'owner' },
  { name: 'Bo', email: 'bo@tour.example', role: 'agent' },
] as const;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const stopEarly = () => process.exit(EXIT.failed);

export function addTour(program: Command): void {
  program
    .command('tour')
    .description(strings.tour.about)
    .action(async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'deskbell-tour-'));
      // Whatever ends the tour, nothing of it stays; not even when it is stopped before it has begun.
      process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
      for (const signal of SIGNALS) process.on(signal, stopEarly);
      const config: Config = { ...quietly(readConfig(process.env)), dataDir, databaseUrl: undefined };
      const installation = await openInstallation(config);
      const lines = await seedAgents(installation.context);
      for (const signal of SIGNALS) process.off(signal, stopEarly);
      const { printAddresses, runRelay } = await import('./run-relay.ts');
      const { origin, stopped } = await runRelay(installation);
      print(strings.tour.intro);
      printAddresses(origin);
      print('');
      for (const line of lines) print(line);
      print(`\n${strings.tour.hint}`);
      await stopped;
    });
}

/** The addresses must not drown in log lines, unless somebody asked for those. */
function quietly(config: Config): Config {
  return process.env.LOG_LEVEL ? config : { ...config, logLevel: 'warn' };
}

async function seedAgents(context: Context): Promise<string[]> {
  const lines: string[] = [];
  for (const guide of GUIDES) {
    const password = randomPassword();
    unwrap((await addAgent(context, { ...guide, password })).answer);
    lines.push(strings.tour.agent(guide.name, guide.email, password));
  }
  return lines;
}
