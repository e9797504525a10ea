import {
  BUSINESS_SETTINGS_DEFAULT,
  type BusinessReport,
  CONTACT_GROUPS,
  PURCHASE_STAGES,
  RESPONSE_GROUPS,
} from '../../protocol/wire/business.ts';
import { CONVERSION_MS, RETENTION_MS } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { listAtRisk, readAtRisk, sumOf } from '../domain/business/at-risk.ts';
import { type Contact, isWithin } from '../domain/business/contact.ts';
import { judgeConversions } from '../domain/business/conversion.ts';
import { readCosts } from '../domain/business/costs.ts';
import { judgePromises } from '../domain/business/kept-promises.ts';
import { rateOf, ratesOf } from '../domain/business/rate.ts';
import { type Buyer, judgeRepeat, judgeRetention } from '../domain/business/retention.ts';
import { addTeamTimes, readTeamTime } from '../domain/business/team-time.ts';
import type { BusinessAsked } from './business-question.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';

/** Orders and everybody's hours are no agent's own figures. */
export const TEAM_ONLY = { hint: 'Figures of the whole team are for owners, admins, supervisors and viewers.' };
/** So far back orders say what somebody is worth. */
const WORTH_MS = 365 * 24 * 3_600_000;

/** Each figure's rows are judged once; the figure counts them and the list shows them, so that both agree. */
export async function judgeAll({ store, clock }: Context, { from, to, checked }: BusinessAsked, siteId: string | null) {
  const now = clock.now();
  const period = { from, to };
  const around = { from: from - RETENTION_MS, to: to + RETENTION_MS, siteId };
  const [contacts, buyersContacts, orders, ordersOfContacts, firsts, promises, served] = await Promise.all([
    store.listContacts({ ...period, siteId }),
    store.listContactsOfBuyers({ ...around, ordered: period }),
    store.listOrders({ ...around, to: to + Math.max(RETENTION_MS, CONVERSION_MS) }),
    store.listOrdersOfContacts({ ...period, siteId, since: from - WORTH_MS }),
    store.listFirstOrders({ ...period, siteId }),
    store.listPromisesMade({ ...period, siteId }),
    store.listServed({ ...period, siteId, now }),
  ]);
  const counts = (order: { isChecked: boolean }) => !checked || order.isChecked;
  const counted = orders.filter(counts);
  const firstAt = new Map(firsts.map(({ person, at }) => [person, at]));
  const buyers = judgeRetention(counted, buyersContacts, (person) => firstAt.get(person), period, now);
  return {
    contacts,
    served,
    buyers,
    orders: counted.filter(({ at }) => isWithin(period, at)),
    promises: judgePromises(promises, now),
    repeat: judgeRepeat(buyers),
    conversion: judgeConversions(contacts, counted, period, now),
    atRisk: listAtRisk(contacts, ordersOfContacts.filter(counts), period),
  };
}

export type Judgements = Awaited<ReturnType<typeof judgeAll>>;

/** M12–M16 of a period (docs/business.md). */
export async function readBusiness(
  context: Context,
  { agent }: AgentSubject,
  asked: BusinessAsked,
): Promise<Done<BusinessReport>> {
  if (!may(agent, 'report:team')) return refused('forbidden', TEAM_ONLY);
  const siteId = await siteOf(context, asked.site);
  if (siteId === undefined) return refused('not_found', { field: 'site', hint: 'No site has this key.' });
  const { from, to } = asked;
  const now = context.clock.now();
  const all = await judgeAll(context, asked, siteId);
  const kept = await context.store.readBusinessSettings();
  const days = await context.store.listAgentDays({ from, to, now });
  const agents = days.map(({ agentId, name, ...day }) => ({ agentId, name, ...readTeamTime(day, { from, to }, now) }));
  const settings = { ...BUSINESS_SETTINGS_DEFAULT, ...kept.document };
  const costs = { contacts: all.contacts, served: all.served, buyers: all.buyers, settings };
  return answered({
    from,
    to,
    promises: rateOf(all.promises),
    team: { all: addTeamTimes(agents), agents: agents.filter(({ shiftMs }) => shiftMs > 0) },
    orders: countOrders(all),
    retention: retentionOf(all.buyers),
    repeat: rateOf(all.repeat),
    conversion: { all: rateOf(all.conversion), byStage: ratesOf(all.conversion, ['before', 'during']) },
    atRisk: readAtRisk(all.atRisk),
    costs: readCosts({ ...costs, settingsVersion: kept.version, isAllSites: siteId === null }, { from, to }),
    stages: stagesOf(all.contacts),
  });
}

function retentionOf(buyers: Judgements['buyers']): BusinessReport['retention'] {
  const by = (groupOf: (buyer: Buyer) => string | null) =>
    buyers.flatMap(({ row, verdict }) => {
      const group = groupOf(row);
      return group === null ? [] : [{ verdict, group }];
    });
  return {
    all: rateOf(buyers),
    byContact: ratesOf(
      by(({ contact }) => contact),
      CONTACT_GROUPS,
    ),
    byResponse: ratesOf(
      by(({ response }) => response),
      RESPONSE_GROUPS,
    ),
    bySegment: ratesOf(by(({ segment }) => segment ?? '')),
  };
}

function countOrders({ orders, buyers }: Judgements): BusinessReport['orders'] {
  return {
    orders: orders.length,
    people: buyers.length,
    revenue: sumOf(orders),
    checked: orders.filter(({ isChecked }) => isChecked).length,
    claimed: orders.filter(({ link }) => link === 'claimed').length,
    unlinked: orders.filter(({ person }) => person === null).length,
    newCustomers: buyers.filter(({ row }) => !row.isKnown).length,
  };
}

function stagesOf(contacts: readonly Contact[]): BusinessReport['stages'] {
  const count = (stage: Contact['stage']) => contacts.filter((one) => one.stage === stage).length;
  const known = PURCHASE_STAGES.map((key) => ({ key, episodes: count(key) }));
  return [...known, { key: 'unknown', episodes: count(null) }];
}

/** By key or id. Null: all sites. Undefined: there is none of it. */
export async function siteOf({ store }: Context, key: string | undefined): Promise<string | null | undefined> {
  if (key === undefined) return null;
  return (await store.listSites()).find((site) => site.key === key || site.id === key)?.id;
}
