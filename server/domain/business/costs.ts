import type { BusinessSettings, Costs } from '../../../protocol/wire/business.ts';
import { type Contact, isWithin, type Span } from './contact.ts';
import { type Judged, meanOf } from './rate.ts';
import type { Buyer } from './retention.ts';
import { episodeKey, marketingOf, readServingCosts, type Served } from './serving-cost.ts';

export interface CostFacts {
  contacts: readonly Contact[];
  served: readonly Served[];
  /** Everybody who ordered in the period (M12). */
  buyers: readonly Judged<Buyer>[];
  settings: BusinessSettings;
  settingsVersion: number;
  /** Marketing is known for all sites together only. */
  isAllSites: boolean;
}

/** What each episode cost; null where the settings do not say it. One that nobody served cost nothing of anybody's time. */
export function costOfEach(
  contacts: readonly Contact[],
  served: readonly Served[],
  { months }: BusinessSettings,
): { contact: Contact; minor: number | null }[] {
  const costs = readServingCosts(served, months);
  return contacts.map((contact) => {
    const cost = costs.get(episodeKey(contact));
    return { contact, minor: months.length === 0 ? null : cost === undefined ? 0 : cost };
  });
}

/** M13: what a conversation costs, what those who came back cost, and what those who came for the first time did. */
export function readCosts(facts: CostFacts, period: Span): Costs {
  const { settings, settingsVersion, buyers } = facts;
  const within = facts.contacts.filter(({ openedAt }) => isWithin(period, openedAt));
  const each = costOfEach(within, facts.served, settings).map(({ minor }) => minor);
  const isKnown = settings.currency !== null && each.every((cost) => cost !== null);
  const known = isKnown ? (each as number[]) : [];
  // Who ordered now and had before has come back: that is known at once, unlike whether somebody will.
  const retained = buyers.filter(({ row }) => row.isKnown).map(({ row }) => row.person);
  const came = new Set(retained);
  const theirs = within.reduce((sum, { person }, at) => sum + (came.has(person) ? (known[at] ?? 0) : 0), 0);
  const retain = isKnown && retained.length > 0 ? theirs / retained.length : null;
  const marketing = facts.isAllSites && settings.currency !== null ? marketingOf(settings.months, period) : null;
  const fresh = buyers.filter(({ row }) => !row.isKnown).length;
  const acquire = marketing !== null && fresh > 0 ? marketing / fresh : null;
  return {
    currency: settings.currency,
    perConversation: meanOf(known),
    total: isKnown ? known.reduce((sum, cost) => sum + cost, 0) : null,
    retained: { people: retained.length, perPerson: retain },
    acquired: { people: fresh, perPerson: acquire, marketing },
    ratio: retain !== null && acquire !== null && acquire > 0 ? retain / acquire : null,
    settingsVersion,
  };
}
