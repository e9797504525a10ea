import type { Command } from 'commander';
import { prepareSetUp } from '../usecases/prepare-set-up.ts';
import { openInstallation } from './installation.ts';
import { print } from './io.ts';
import { strings } from './strings.ts';

export function addStart(program: Command): void {
  program
    .command('start')
    .description(strings.start.about)
    .action(async () => {
      const installation = await openInstallation();
      // Fetched by who serves: a command that writes a row needs neither sockets nor mail, and starts in half the time.
      const { printAddresses, runRelay } = await import('./run-relay.ts');
      const { origin, stopped } = await runRelay(installation);
      printAddresses(origin);
      const token = await prepareSetUp(installation.context);
      // Behind the # it stays in the browser: no server, proxy or log ever sees it.
      if (token !== null) print(strings.start.setUp(`${origin}/console/#set-up=${token}`));
      print(`\n${strings.start.ready}`);
      await stopped;
    });
}
