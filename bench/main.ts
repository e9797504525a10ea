import { benchConsole, FULL_CONSOLE, SMOKE_CONSOLE } from './console.ts';
import { benchFind, FULL_FIND, SMOKE_FIND } from './find.ts';
import { top } from './kit/bundle.ts';
import { machine } from './kit/print.ts';
import { FULL, type RelaySize, SMOKE } from './kit/relay-size.ts';
import { benchMeasures, FULL_MEASURES, SMOKE_MEASURES } from './measures.ts';
import { benchMemory } from './memory.ts';
import { benchPage, FULL_PAGE, SMOKE_PAGE } from './page.ts';
import { benchRelay, profileRelay } from './relay.ts';
import { benchRouting, FULL_ROUTING, SMOKE_ROUTING } from './routing.ts';
import { benchSizes } from './sizes.ts';

/**
 * `npm run bench` measures everything, each of ours beside its baseline in the same run. `--smoke` only shows that
 * the benches run; `--only relay|routing|find|measures|memory|page|console|sizes` picks one, `--stored 1000` how much is stored before, `--store
 * sqlite|postgres` where, and `--profile` says where the relay's time goes.
 */
const has = (flag: string) => process.argv.includes(`--${flag}`);
const optionOf = (flag: string) => (has(flag) ? process.argv[process.argv.indexOf(`--${flag}`) + 1] : undefined);
const wanted = (name: string) => !has('only') || optionOf('only') === name;
const stored = optionOf('stored')?.split(',').map(Number);
const stores = optionOf('store')?.split(',') as RelaySize['stores'] | undefined;
const size = { ...(has('smoke') ? SMOKE : FULL), ...(stored ? { stored } : {}), ...(stores ? { stores } : {}) };

process.chdir(top);
console.log(machine());
if (has('profile')) {
  await profileRelay(size);
} else {
  if (wanted('sizes')) benchSizes();
  if (wanted('page')) await benchPage(has('smoke') ? SMOKE_PAGE : FULL_PAGE);
  if (wanted('console')) await benchConsole(has('smoke') ? SMOKE_CONSOLE : FULL_CONSOLE);
  if (wanted('relay')) await benchRelay(size);
  if (wanted('routing')) await benchRouting(has('smoke') ? SMOKE_ROUTING : FULL_ROUTING);
  if (wanted('find')) {
    const usual = has('smoke') ? SMOKE_FIND : FULL_FIND;
    await benchFind({ ...usual, messages: stored ?? usual.messages });
  }
  if (wanted('measures')) {
    const usual = has('smoke') ? SMOKE_MEASURES : FULL_MEASURES;
    const conversations = stored ?? usual.conversations;
    await benchMeasures({ ...usual, conversations, ...(stores ? { stores } : {}) });
  }
  if (wanted('memory')) await benchMemory(size);
}
