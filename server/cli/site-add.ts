import type { Command } from 'commander';
import { mainOrigin } from '../config.ts';
import { addSite } from '../usecases/add-site.ts';
import { tagOf } from '../usecases/tag.ts';
import { unwrap, withInstallation } from './installation.ts';
import { printAs } from './io.ts';
import { strings } from './strings.ts';

export function addSiteAdd(site: Command): void {
  site
    .command('add')
    .description(strings.site.add)
    .requiredOption('--name <name>', strings.site.name)
    .requiredOption('--origin <origin...>', strings.site.origin)
    .option('--json', strings.json)
    .action(({ name, origin, json }: { name: string; origin: string[]; json?: boolean }) =>
      withInstallation(async ({ config, context }) => {
        const { site: added } = unwrap((await addSite(context, { name, origins: origin })).answer);
        printAs(json, { key: added.key, name: added.name, origins: added.origins }, () => [
          strings.site.added(added.name, added.key),
          `  ${tagOf(mainOrigin(config), added.key)}`,
        ]);
      }),
    );
}
