import type { Command } from 'commander';
import { rebuildFacts } from '../usecases/rebuild-facts.ts';
import { withInstallation } from './installation.ts';
import { print } from './io.ts';
import { measureStrings } from './strings-of-measures.ts';

const words = measureStrings.rebuild;

export function addMeasures(program: Command): void {
  program
    .command('measures')
    .description(measureStrings.about)
    .command('rebuild')
    .description(words.about)
    .addHelpText('after', `\n${words.after}`)
    .action(async () => {
      await withInstallation(async ({ context }) => {
        const { packs, same } = await rebuildFacts(context, {
          begin(first, all) {
            print(first > 0 ? words.goesOn(first) : words.begin(all));
          },
          made: ({ number, all, episodes }) => print(words.progress(number + 1, all, episodes)),
        });
        print(words.done(packs, same));
      });
    });
}
