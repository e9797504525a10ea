import { top } from './kit/bundle.ts';
import { machine } from './kit/print.ts';
import { benchPage, FULL_PAGE, SMOKE_PAGE } from './page.ts';
import { benchRelay, FULL, profileRelay, SMOKE } from './relay.ts';
import { benchSizes } from './sizes.ts';

/**
 * `npm run bench` measures everything, each of ours beside its baseline in the same run. `--smoke` only shows that
 * the benches run; `--only relay|page|sizes` picks one, `--stored 1000` how much is
 * stored before, and `--profile` says where the relay's time goes.
 */
const has = (flag: string) => process.argv.includes(`--${flag}`);
const optionOf = (flag: string) => (has(flag) ? process.argv[process.argv.indexOf(`--${flag}`) + 1] : undefined);
const wanted = (name: string) => !has('only') || optionOf('only') === name;
const stored = optionOf('stored')?.split(',').map(Number);
const size = { ...(has('smoke') ? SMOKE : FULL), ...(stored ? { stored } : {}) };

process.chdir(top);
console.log(machine());
if (has('profile')) {
  await profileRelay(size, size.stored[0] ?? 0);
} else {
  if (wanted('sizes')) benchSizes();
  if (wanted('page')) await benchPage(has('smoke') ? SMOKE_PAGE : FULL_PAGE);
  if (wanted('relay')) await benchRelay(size);
}
