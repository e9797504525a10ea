import type { Command } from 'commander';
import { addIdentitySecret, listIdentitySecrets, removeIdentitySecret } from '../usecases/identity-secrets.ts';
import { unwrap, withInstallation } from './installation.ts';
import { print, printAs, table } from './io.ts';
import { strings } from './strings.ts';
import { siteStrings as words } from './strings-of-sites.ts';

interface Options {
  json?: boolean;
}

/** Secrets with which a site's server signs who its visitors are (docs/identity.md). */
export function addSiteSecret(site: Command): void {
  const secret = site.command('secret').description(words.secret.about);
  secret
    .command('add')
    .description(words.secret.add)
    .argument('<key>', words.key)
    .option('--json', strings.json)
    .action((key: string, { json }: Options) =>
      withInstallation(async ({ context }) => {
        const made = unwrap((await addIdentitySecret(context, 'command_line', { key })).answer);
        printAs(json, made, () => [words.secret.added, `  ${made.secret}`]);
      }),
    );
  secret
    .command('list')
    .description(words.secret.list)
    .argument('<key>', words.key)
    .option('--json', strings.json)
    .action((key: string, { json }: Options) =>
      withInstallation(async ({ context }) => {
        const { secrets } = unwrap((await listIdentitySecrets(context, 'command_line', { key })).answer);
        const rows = secrets.map(({ id, madeAt }) => [id, new Date(madeAt).toISOString()]);
        printAs(json, secrets, () => (rows.length > 0 ? table(rows) : [words.secret.none]));
      }),
    );
  secret
    .command('remove')
    .description(words.secret.remove)
    .argument('<key>', words.key)
    .argument('<id>', words.secret.id)
    .action((key: string, id: string) =>
      withInstallation(async ({ context }) => {
        unwrap((await removeIdentitySecret(context, 'command_line', { key, id })).answer);
        print(words.secret.removed);
      }),
    );
}
