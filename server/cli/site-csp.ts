import type { Command } from 'commander';
import { mainOrigin } from '../config.ts';
import { readPagePolicy } from '../usecases/read-page-policy.ts';
import { unwrap, withInstallation } from './installation.ts';
import { complain, printAs } from './io.ts';
import { strings } from './strings.ts';
import { siteStrings as words } from './strings-of-sites.ts';

export function addSiteCsp(site: Command): void {
  site
    .command('csp')
    .description(words.csp.about)
    .argument('<key>', words.key)
    .option('--json', strings.json)
    .action((key: string, { json }: { json?: boolean }) =>
      withInstallation(async ({ config, context }) => {
        const policy = unwrap((await readPagePolicy(context, { key, relay: mainOrigin(config) })).answer);
        if (!config.publicUrl) complain(words.csp.noPublicUrl);
        printAs(json, policy, () => [words.csp.header, `  ${policy.csp}`]);
      }),
    );
}
