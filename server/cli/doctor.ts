import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type Config, mainOrigin, readConfig } from '../config.ts';
import { judgeNode } from '../platform/node-version.ts';
import { packageRoot } from '../platform/package-root.ts';
import { createSmtpMailer } from '../platform/smtp-mailer.ts';
import type { Context } from '../usecases/context.ts';
import { EXIT } from './exit.ts';
import { messageOf, openInstallation } from './installation.ts';
import { printAs, table } from './io.ts';
import { strings } from './strings.ts';
import { mailStrings } from './strings-of-mail.ts';

export interface Finding {
  check: string;
  /** `note` works, but somebody should know. */
  result: 'good' | 'note' | 'bad';
  saw: string;
}

const HEALTH_MS_MAX = 2_000;

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description(strings.doctor.about)
    .option('--json', strings.json)
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await examine();
      printAs(json, findings, () =>
        table(findings.map(({ check, result, saw }) => [strings.doctor[result], check, saw])),
      );
      if (findings.some(({ result }) => result === 'bad')) process.exitCode = EXIT.failed;
    });
}

async function examine(): Promise<Finding[]> {
  const findings = [examineNode(), examineBuild()];
  const config = attempt(() => readConfig(process.env));
  if (!config.ok) return [...findings, { check: 'settings', result: 'bad', saw: config.error }];
  findings.push(examineAddress(config.value), await examineRelay(config.value), await examineMail(config.value));
  try {
    const { context } = await openInstallation(config.value);
    try {
      findings.push(...(await examineStore(config.value, context)));
    } finally {
      await context.store.close();
    }
  } catch (error) {
    findings.push({ check: 'database', result: 'bad', saw: messageOf(error) });
  }
  return findings;
}

function examineNode(): Finding {
  const verdict = judgeNode(process.version);
  const { nodeEnded, nodeBehind } = strings.start;
  if (verdict.kind === 'good') return { check: 'node', result: 'good', saw: process.version };
  return {
    check: 'node',
    result: 'note',
    saw: verdict.kind === 'ended' ? nodeEnded(verdict.line) : nodeBehind(verdict.floor),
  };
}

function examineBuild(): Finding {
  const built = existsSync(join(packageRoot(), 'dist', 'public', 'deskbell.js'));
  return { check: 'pages', result: built ? 'good' : 'bad', saw: built ? strings.doctor.built : strings.start.notBuilt };
}

function examineAddress(config: Config): Finding {
  const isOpen = !['127.0.0.1', 'localhost', '::1'].includes(config.host);
  if (isOpen && !config.publicUrl?.startsWith('https:')) {
    return { check: 'address', result: 'note', saw: strings.doctor.noTls };
  }
  return { check: 'address', result: 'good', saw: mainOrigin(config) };
}

async function examineRelay(config: Config): Promise<Finding> {
  const origin = mainOrigin({ ...config, publicUrl: undefined });
  try {
    const { status } = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(HEALTH_MS_MAX) });
    const ready = status === 200;
    return {
      check: 'relay',
      result: ready ? 'good' : 'bad',
      saw: ready ? strings.doctor.running : strings.doctor.notReady,
    };
  } catch {
    return { check: 'relay', result: 'note', saw: strings.doctor.notRunning };
  }
}

/** E7: whether the SMTP server answers and lets us in; nothing is sent. */
async function examineMail({ mail }: Config): Promise<Finding> {
  if (!mail) return { check: 'mail', result: 'note', saw: mailStrings.off };
  const mailer = createSmtpMailer(mail.smtp, mail.from);
  const tried = await mailer.check();
  if (tried.result === 'sent') return { check: 'mail', result: 'good', saw: mailStrings.works(mailer.from) };
  return { check: 'mail', result: 'bad', saw: tried.reason };
}

async function examineStore(config: Config, { store }: Context): Promise<Finding[]> {
  await store.ping();
  const [agents, sites] = [await store.countAgents(), await store.listSites()];
  const where = config.databaseUrl ? 'PostgreSQL' : `SQLite in ${config.dataDir}`;
  return [
    { check: 'database', result: 'good', saw: where },
    {
      check: 'agents',
      result: agents > 0 ? 'good' : 'note',
      saw: agents > 0 ? String(agents) : strings.doctor.noAgents,
    },
    { check: 'sites', result: 'good', saw: sites.map(({ name }) => name).join(', ') || strings.doctor.noSites },
  ];
}

function attempt<T>(work: () => T): { ok: true; value: T } | { ok: false; error: string } {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return { ok: false, error: messageOf(error) };
  }
}
