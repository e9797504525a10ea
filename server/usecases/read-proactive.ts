import type { ProactiveTold } from '../../protocol/wire/proactive.ts';
import type { Context } from './context.ts';
import { readAvailability } from './read-availability.ts';
import { loadServiceBook } from './service-book.ts';

/** What the script of a site's tag is told (X1, X8); null: nothing is to be shown, now or at all. */
export async function readProactive(
  context: Context,
  site: { id: string; key: string },
  isAnybodyThere: (context: Context) => Promise<boolean> = readAvailability,
): Promise<ProactiveTold | null> {
  const book = await loadServiceBook(context);
  const { on, rules, whileThere, privacy, visitMax, dayMax } = book.settingsOf(site.id).proactive;
  const shown = rules.filter((rule) => rule.on && !needsCounting(rule.when.visitsMin, privacy));
  if (!on || shown.length === 0) return null;
  if (whileThere) {
    const { told } = book.stateOf(site.id, null, context.zones, context.clock.now());
    if (!told.open || !(await isAnybodyThere(context))) return null;
  }
  return {
    ...{ site: site.key, privacy, visitMax, dayMax },
    rules: shown.map(({ name: _, on: __, ...told }) => told),
  };
}

/** X4: where nothing is counted, nobody comes for the third time. */
function needsCounting(visitsMin: number | null, privacy: 'strict' | 'counted'): boolean {
  return visitsMin !== null && privacy === 'strict';
}
