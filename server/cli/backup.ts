import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { CommandEnd, EXIT } from './exit.ts';
import { withInstallation } from './installation.ts';
import { print } from './io.ts';
import { strings } from './strings.ts';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description(strings.backup.about)
    .argument('<file>', strings.backup.file)
    .action(async (file: string) => {
      if (existsSync(file)) throw new CommandEnd(EXIT.refused, strings.backup.exists(file));
      await withInstallation(async ({ context }) => {
        await context.store.backup(file);
        print(strings.backup.done(file));
      });
    });
}
