import { join } from 'node:path';
import type { Command } from 'commander';
import { mainOrigin } from '../config.ts';
import { readPublicFiles } from '../http/public-files.ts';
import { pinnedLoader } from '../http/setup-routes.ts';
import { packageRoot } from '../platform/package-root.ts';
import { readSnippets } from '../usecases/read-snippets.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { unwrap, withInstallation } from './installation.ts';
import { complain, printAs } from './io.ts';
import { strings } from './strings.ts';
import { siteStrings as words } from './strings-of-sites.ts';

export function addSiteTag(site: Command): void {
  site
    .command('tag')
    .description(words.tag.about)
    .argument('<key>', words.key)
    .option('--json', strings.json)
    .action((key: string, { json }: { json?: boolean }) =>
      withInstallation(async ({ config, context }) => {
        const pinnedFile = pinnedLoader(readPublicFiles(join(packageRoot(), 'dist', 'public')));
        if (!pinnedFile) throw new CommandEnd(EXIT.failed, words.tag.notBuilt);
        const input = { key, relay: mainOrigin(config), pinned: pinnedFile };
        const { tag: plain, pinned } = unwrap((await readSnippets(context, input)).answer);
        if (!config.publicUrl) complain(words.csp.noPublicUrl);
        printAs(json, { plain, pinned, integrity: pinnedFile.integrity }, () => [
          ...[words.tag.plain, `  ${plain}`, '', words.tag.pinned],
          `  ${pinned}`,
        ]);
      }),
    );
}
