import type { Command } from 'commander';
import { withInstallation } from './installation.ts';
import { printAs, table } from './io.ts';
import { strings } from './strings.ts';

export function addSiteList(site: Command): void {
  site
    .command('list')
    .description(strings.site.list)
    .option('--json', strings.json)
    .action(({ json }: { json?: boolean }) =>
      withInstallation(async ({ context }) => {
        const sites = (await context.store.listSites()).map(({ key, name, origins }) => ({ key, name, origins }));
        printAs(json, sites, () => table(sites.map(({ key, name, origins }) => [key, name, origins.join(' ')])));
      }),
    );
}
