import { BUSINESS_SETTINGS_DEFAULT, type BusinessSplit } from '../../protocol/wire/business.ts';
import { MEASURE_GROUPS_MAX } from '../../protocol/wire/limits.ts';
import { readServingCosts } from '../domain/business/serving-cost.ts';
import { groupFigures } from '../domain/business/split-figures.ts';
import { isOverlapping } from '../domain/measures/group-columns.ts';
import { NOWHERE } from '../domain/measures/grouping.ts';
import { inOrder, linesOf } from '../domain/measures/split-lines.ts';
import type { BusinessSplitAsked } from './business-question.ts';
import { siteAsked } from './business-site.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';
import { type Judgements, judgeAll, sheetsOf } from './judge-business.ts';
import { keepWholeBooks } from './keep-books.ts';
import { namesOf } from './read-measures.ts';

/** M12, M13 and M15 of each group of conversations; people are where their last conversation around the order is (docs/business.md). */
export async function readBusinessSplit(
  context: Context,
  { agent }: AgentSubject,
  asked: BusinessSplitAsked,
): Promise<Done<BusinessSplit>> {
  const site = await siteAsked(context, agent, asked.site);
  if ('answer' in site) return site;
  const { from, to, split } = asked;
  const settings = { ...BUSINESS_SETTINGS_DEFAULT, ...(await context.store.readBusinessSettings()).document };
  const { name, isGone } = namesOf(split, await context.store.listNames());
  const at = await keepWholeBooks(context, asked.from);
  if ('answer' in at) return at;
  const all = judgeAll(at, asked, site.siteId, context.zones, split);
  const isPriced = settings.currency !== null && settings.months.length > 0;
  const costs = isPriced ? readServingCosts(all.contacts, sheetsOf(at, asked), settings.months) : null;
  const buyerGroups = groupBuyers(all, split);
  const { keys } = all.groups;
  const figures = groupFigures({ ...all, costs, buyerGroups, groups: keys.length }, { from, to });
  const lines = linesOf({ keys, isFilled: figures.isFilled, sizeOf: figures.sizeOf }, split);
  const others = [...new Set(lines.splice(MEASURE_GROUPS_MAX).flatMap(({ groups }) => groups))];
  return answered({
    ...{ from, to, split, currency: settings.currency, overlapping: isOverlapping(split) },
    groups: inOrder(lines, split).map(({ key, groups }) => ({
      ...{ key, name: name(key), figures: figures.read(groups) },
      ...(isGone(key) && { isGone: true as const }),
    })),
    total: figures.readAll(),
    rest: others.length > 0 ? figures.read(others) : null,
  });
}

/** Where the last contact is; of sites, where the order is: everybody ordered at one. */
function groupBuyers(
  { buyers, contacts, orders, groups }: Judgements,
  split: BusinessSplitAsked['split'],
): Uint32Array {
  const placed = new Uint32Array(buyers.order.length);
  if (split === 'site') {
    const ofSite: number[] = [];
    for (let at = 0; at < placed.length; at += 1) {
      const site = orders.site[buyers.order[at] as number] as number;
      ofSite[site] ??= groups.placeOf(orders.words[site] ?? '');
      placed[at] = ofSite[site] as number;
    }
    return placed;
  }
  for (let at = 0; at < placed.length; at += 1) {
    const row = buyers.last[at] as number;
    placed[at] = row < 0 ? NOWHERE : (contacts.group[row] as number);
  }
  return placed;
}
