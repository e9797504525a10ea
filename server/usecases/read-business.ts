import {
  BUSINESS_SETTINGS_DEFAULT,
  type BusinessReport,
  CONTACT_GROUPS,
  PURCHASE_STAGES,
  type RateOf,
  RESPONSE_GROUPS,
} from '../../protocol/wire/business.ts';
import type { BusinessBooks } from '../domain/books/books.ts';
import type { DaySheet } from '../domain/books/day-sheet.ts';
import { readAtRisk, sumOf } from '../domain/business/at-risk.ts';
import { busyTimes } from '../domain/business/busy-times.ts';
import { ASKED_STAGES, countStages, stagesOf } from '../domain/business/conversion.ts';
import { readCosts } from '../domain/business/costs.ts';
import { countGroups, countVerdicts, rateOf, ratesOf } from '../domain/business/rate.ts';
import { readServingCosts } from '../domain/business/serving-cost.ts';
import { addTeamTimes, factsWithin, readTeamTime } from '../domain/business/team-time.ts';
import type { BusinessAsked } from './business-question.ts';
import { siteAsked } from './business-site.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered } from './finish.ts';
import { type Judgements, judgeAll, sheetsOf } from './judge-business.ts';
import { type BooksNow, keepWholeBooks } from './keep-books.ts';

/** M12–M16 of a period (docs/business.md). */
export async function readBusiness(
  context: Context,
  { agent }: AgentSubject,
  asked: BusinessAsked,
): Promise<Done<BusinessReport>> {
  const site = await siteAsked(context, agent, asked.site);
  if ('answer' in site) return site;
  const { siteId } = site;
  const { from, to } = asked;
  const kept = await context.store.readBusinessSettings();
  const leases = (await context.store.listStaffLeases()).filter(
    ({ id }) => asked.agent === undefined || id === asked.agent,
  );
  const at = await keepWholeBooks(context, asked.from);
  if ('answer' in at) return at;
  const all = judgeAll(at, asked, siteId, context.zones);
  const settings = { ...BUSINESS_SETTINGS_DEFAULT, ...kept.document };
  const sheets = sheetsOf(at, asked);
  const costs = readServingCosts(all.contacts, sheets, settings.months);
  const { contacts, buyers } = all;
  const people = at.books.people.count;
  const facts = {
    contacts,
    costs,
    people,
    buyers,
    settings,
    settingsVersion: kept.version,
    isOfAll: siteId === null && !all.isNarrowed,
  };
  const stages = PURCHASE_STAGES.slice(0, ASKED_STAGES);
  const byStage = countGroups(all.conversion.verdict, stagesOf(all.conversion, contacts), stages.length);
  const counted = countStages(contacts, asked);
  return answered({
    from,
    to,
    promises: rateOf(countVerdicts(all.promises.verdict)),
    team: teamOf(at, asked, leases, sheets),
    orders: countOrders(all),
    retention: retentionOf(all, at.books),
    // Known is 1, as a hit is; not known is 0, as a miss is.
    repeat: rateOf(countVerdicts(buyers.isKnown)),
    conversion: { all: rateOf(countVerdicts(all.conversion.verdict)), byStage: ratesOf(byStage, stages) },
    atRisk: readAtRisk(all.atRisk, all.orders),
    costs: readCosts(facts, asked),
    stages: [...PURCHASE_STAGES, 'unknown' as const].map((key, place) => ({ key, episodes: counted[place] ?? 0 })),
  });
}

function retentionOf(all: Judgements, books: BusinessBooks): BusinessReport['retention'] {
  const { buyers } = all;
  const by = (groups: ArrayLike<number>, names: readonly string[]) =>
    ratesOf(countGroups(buyers.verdict, groups, names.length), names);
  return {
    all: rateOf(countVerdicts(buyers.verdict)),
    byContact: by(buyers.contact, CONTACT_GROUPS),
    byResponse: by(buyers.response, RESPONSE_GROUPS),
    bySegment: bySegment(all, books),
  };
}

/** Those in which somebody is, by name; who is in none stands under ''. */
function bySegment({ buyers }: Judgements, books: BusinessBooks): RateOf[] {
  if (books.segments.names.length === 1 && buyers.person.length > 0)
    return [{ key: '', rate: rateOf(countVerdicts(buyers.verdict)) }];
  const codes = new Int32Array(buyers.person.length);
  for (let one = 0; one < codes.length; one += 1) codes[one] = books.segments.codeOf(buyers.person[one] as number);
  const counts = countGroups(buyers.verdict, codes, books.segments.names.length);
  const found = ratesOf(counts, books.segments.names).filter((_, code) => (counts[code] ?? [0]).some((n) => n > 0));
  return found.sort((one, other) => (one.key < other.key ? -1 : 1));
}

function countOrders({ orders, ordered, buyers }: Judgements): BusinessReport['orders'] {
  let [checked, claimed, unlinked] = [0, 0, 0];
  for (let next = 0; next < ordered.length; next += 1) {
    const order = ordered[next] as number;
    checked += orders.isChecked[order] as number;
    claimed += orders.isClaimed[order] as number;
    if ((orders.person[order] as number) < 0) unlinked += 1;
  }
  const [misses] = countVerdicts(buyers.isKnown);
  return {
    ...{ orders: ordered.length, people: buyers.person.length, revenue: sumOf(orders, ordered) },
    ...{ checked, claimed, unlinked },
    newCustomers: misses,
  };
}

function teamOf(
  { books, now }: BooksNow,
  period: BusinessAsked,
  leases: readonly { id: string; name: string; leaseUntil: number }[],
  sheets: readonly DaySheet[],
): BusinessReport['team'] {
  const codes = leases.map(({ id }) => books.agentCode(id));
  const busy = busyTimes(sheets, Math.max(0, ...codes.map((code) => code + 1)));
  const agents = leases.map(({ id: agentId, name, leaseUntil }, index) => {
    const facts = factsWithin(books.staff.get(agentId) ?? [], period);
    const own = busy[codes[index] ?? 0] ?? { from: new Float64Array(0), to: new Float64Array(0) };
    return { agentId, name, ...readTeamTime({ facts, leaseUntil, busy: own }, period, now) };
  });
  return { all: addTeamTimes(agents), agents: agents.filter(({ shiftMs }) => shiftMs > 0) };
}
