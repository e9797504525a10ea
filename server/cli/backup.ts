import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { createFileVault } from '../platform/file-vault.ts';
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
      if (file.trim() === '') throw new CommandEnd(EXIT.wrongUse, strings.backup.noName);
      const folder = `${file}.files`;
      for (const name of [file, folder])
        if (existsSync(name)) throw new CommandEnd(EXIT.refused, strings.backup.exists(name));
      checkFolder(dirname(resolve(file)));
      await withInstallation(async ({ config, context }) => {
        await context.store.backup(file);
        // After the database: whatever it refers to was kept before.
        await createFileVault(join(config.dataDir, 'files')).copyTo(folder);
        print(strings.backup.done(file));
      });
    });
}

/** Otherwise the sentence would be about a database that cannot be opened, and somebody would look at the wrong one. */
function checkFolder(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new CommandEnd(EXIT.failed, strings.backup.noFolder(folder));
  }
}
