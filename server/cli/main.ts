import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { packageRoot } from '../platform/package-root.ts';
import { addAgentAdd } from './agent-add.ts';
import { addAgentList } from './agent-list.ts';
import { addAgentResetPassword } from './agent-reset-password.ts';
import { addAgentSet } from './agent-set.ts';
import { addBackup } from './backup.ts';
import { addDepartmentCommands } from './department.ts';
import { addDoctor } from './doctor.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { messageOf } from './installation.ts';
import { complain } from './io.ts';
import { addMailTest } from './mail-test.ts';
import { addMeasures } from './measures.ts';
import { addOrders } from './orders.ts';
import { addSimulate } from './simulate.ts';
import { addSiteAdd } from './site-add.ts';
import { addSiteCsp } from './site-csp.ts';
import { addSiteList } from './site-list.ts';
import { addSiteSecret } from './site-secret.ts';
import { addSiteTag } from './site-tag.ts';
import { addStart } from './start.ts';
import { strings } from './strings.ts';
import { addTour } from './tour.ts';

function createProgram(): Command {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  const program = new Command('deskbell')
    .description(strings.about)
    .version(version)
    .addHelpText('after', strings.after);
  // Subcommands inherit this: wrong use ends with our own exit code, not with the library's.
  program.exitOverride();
  addStart(program);
  addTour(program);
  const site = program.command('site').description(strings.site.about);
  addSiteAdd(site);
  addSiteList(site);
  addSiteSecret(site);
  addSiteCsp(site);
  addSiteTag(site);
  const agent = program.command('agent').description(strings.agent.about);
  addAgentAdd(agent);
  addAgentList(agent);
  addAgentSet(agent);
  addAgentResetPassword(agent);
  addDepartmentCommands(program);
  addBackup(program);
  addDoctor(program);
  addMailTest(program);
  addSimulate(program);
  addMeasures(program);
  addOrders(program);
  return program;
}

/** Commander has said what is wrong by then; help and version are no mistakes. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
  if (error instanceof CommandEnd) {
    complain(error.message);
    return error.code;
  }
  if (error instanceof ConfigError) {
    complain(error.message);
    return EXIT.wrongUse;
  }
  complain(strings.failed(messageOf(error)));
  return EXIT.failed;
}

/** Every file made from here on holds what people wrote: for this account only, whatever the folder allows. */
process.umask(0o077);

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
// Standard input may still be open on the other end; the command is done.
process.stdin.destroy();
