import { join } from 'node:path';
import type { Command } from 'commander';
import { mainOrigin } from '../config.ts';
import { pinnedLoaders } from '../http/pinned-loaders.ts';
import { readPublicFiles } from '../http/public-files.ts';
import { isSpoken, SPOKEN } from '../http/speak-loader.ts';
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
    .option('--language <tag>', words.tag.language)
    .option('--json', strings.json)
    .action((key: string, { json, language }: { json?: boolean; language?: string }) =>
      withInstallation(async ({ config, context }) => {
        if (language !== undefined && !isSpoken(language))
          throw new CommandEnd(EXIT.wrongUse, words.tag.notSpoken(language, SPOKEN));
        const choose = pinnedLoaders(readPublicFiles(join(packageRoot(), 'dist', 'public')));
        const input = { key, relay: mainOrigin(config), pinned: choose, language };
        const { tag: plain, pinned } = unwrap((await readSnippets(context, input)).answer);
        if (!pinned) throw new CommandEnd(EXIT.failed, words.tag.notBuilt);
        if (!config.publicUrl) complain(words.csp.noPublicUrl);
        printAs(json, { plain, pinned, integrity: /integrity="([^"]+)"/.exec(pinned)?.[1] }, () => [
          ...[words.tag.plain, `  ${plain}`, '', words.tag.pinned],
          `  ${pinned}`,
        ]);
      }),
    );
}
