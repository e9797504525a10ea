import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Command } from 'commander';
import { mainOrigin } from '../config.ts';
import { type PublicFiles, readPublicFiles } from '../http/public-files.ts';
import { packageRoot } from '../platform/package-root.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { withInstallation } from './installation.ts';
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
        const isKnown = (await context.store.listSites()).some((one) => one.key === key);
        if (!isKnown) throw new CommandEnd(EXIT.refused, strings.department.noSite);
        const origin = mainOrigin(config);
        const { path, integrity } = pinnedLoader(readPublicFiles(join(packageRoot(), 'dist', 'public')));
        const plain = `<script async src="${origin}/deskbell.js" data-site="${key}"></script>`;
        const pinned = `<script async src="${origin}${path}" data-site="${key}" integrity="${integrity}" crossorigin="anonymous"></script>`;
        if (!config.publicUrl) complain(words.csp.noPublicUrl);
        printAs(json, { plain, pinned, integrity }, () => [
          ...[words.tag.plain, `  ${plain}`, '', words.tag.pinned],
          `  ${pinned}`,
        ]);
      }),
    );
}

/** The loader under its own hash (widget/build/pinned-loader.ts), and what browsers compare it with. */
function pinnedLoader(files: PublicFiles): { path: string; integrity: string } {
  for (const [path, { variants }] of files) {
    const plain = variants.find(({ encoding }) => encoding === null);
    if (!plain || !/^\/w\/deskbell-[\w-]+\.js$/.test(path)) continue;
    return { path, integrity: `sha384-${createHash('sha384').update(plain.content).digest('base64')}` };
  }
  throw new CommandEnd(EXIT.failed, words.tag.notBuilt);
}
