import type { ProactiveRule, ProactiveSettings, ProactiveTold } from '../../protocol/wire/proactive.ts';
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
  const { proactive, visitors } = book.settingsOf(site.id);
  const { privacy, visitMax, dayMax } = proactive;
  const rules = await shownRules(context, site.id, proactive, isAnybodyThere);
  const trail = visitors.trail && privacy !== 'strict';
  if (rules.length === 0 && !visitors.presence && !trail) return null;
  return {
    ...{ site: site.key, privacy, visitMax, dayMax },
    ...(visitors.presence && { presence: true }),
    ...(trail && { trail: true }),
    rules: rules.map(({ name: _, on: __, ...told }) => told),
  };
}

/** X8: none while nobody is there, where the owner wants it so. */
async function shownRules(
  context: Context,
  siteId: string,
  { on, rules, whileThere, privacy }: ProactiveSettings,
  isAnybodyThere: (context: Context) => Promise<boolean>,
): Promise<ProactiveRule[]> {
  const shown = rules.filter((rule) => rule.on && !needsCounting(rule.when.visitsMin, privacy));
  if (!on || shown.length === 0 || !whileThere) return on ? shown : [];
  const { told } = (await loadServiceBook(context)).stateOf(siteId, null, context.zones, context.clock.now());
  return told.open && (await isAnybodyThere(context)) ? shown : [];
}

/** X4: where nothing is counted, nobody comes for the third time. */
function needsCounting(visitsMin: number | null, privacy: 'strict' | 'counted'): boolean {
  return visitsMin !== null && privacy === 'strict';
}
