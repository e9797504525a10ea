import {
  BUSINESS_PARTS,
  BUSINESS_SETTINGS_DEFAULT,
  type BusinessLine,
  type BusinessList,
  type BusinessPart,
} from '../../protocol/wire/business.ts';
import { BUSINESS_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { REPORT_FILE_ROWS_MAX } from '../../protocol/wire/report-limits.ts';
import type { Contact } from '../domain/business/contact.ts';
import { costOfEach } from '../domain/business/costs.ts';
import type { Judged } from '../domain/business/rate.ts';
import type { BusinessRowsAsked } from './business-question.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { type Judgements, judgeAll, siteOf, TEAM_ONLY } from './read-business.ts';

/** A line, and which part of each division it is in. */
interface Placed {
  line: BusinessLine;
  in: Partial<Record<BusinessPart, string | null>>;
}

/** The rows behind a figure, the latest first. As many as its n and its unknown ones, unless there are more than fit. */
export async function listBusinessRows(
  context: Context,
  { agent }: AgentSubject,
  asked: BusinessRowsAsked,
): Promise<Done<{ total: number; rows: BusinessLine[] }>> {
  if (!may(agent, 'report:team')) return refused('forbidden', TEAM_ONLY);
  const siteId = await siteOf(context, asked.site);
  if (siteId === undefined) return refused('not_found', { field: 'site', hint: 'No site has this key.' });
  const { of, by, key = '' } = asked;
  const parts = BUSINESS_PARTS[of];
  if (by !== undefined && !parts.includes(by)) return refused('invalid_payload', { field: 'by', hint: noPart(of) });
  const all = await placedOf(context, await judgeAll(context, asked, siteId), of);
  const rows = all.filter((one) => by === undefined || one.in[by] === key).map(({ line }) => line);
  rows.sort((one, other) => other.at - one.at);
  const max = asked.format === 'csv' ? REPORT_FILE_ROWS_MAX : BUSINESS_ROWS_MAX;
  return answered({ total: rows.length, rows: rows.slice(0, max) });
}

function noPart(of: BusinessList): string {
  const parts = BUSINESS_PARTS[of];
  return parts.length === 0 ? `${of} has no parts: leave by out.` : `Set by to one of ${parts.join(', ')}.`;
}

async function placedOf({ store }: Context, all: Judgements, of: BusinessList): Promise<Placed[]> {
  switch (of) {
    case 'retention':
    case 'repeat':
      return all[of === 'repeat' ? 'repeat' : 'buyers'].map(placeBuyer);
    case 'promises':
      return all.promises.map(({ row, verdict }) => ({ line: contactLine(row, row.at, { verdict }), in: {} }));
    case 'orders':
      return all.orders.map(placeOrder);
    case 'conversion':
      return all.conversion.map(({ row, verdict, group = '' }) => ({
        line: contactLine(row, row.openedAt, { verdict, group }),
        in: { stage: group },
      }));
    case 'atRisk':
      return all.atRisk.map(({ contact, why }) => ({
        line: contactLine(contact, contact.openedAt, { verdict: 'hit', group: why }),
        in: { why },
      }));
    case 'costs': {
      const settings = { ...BUSINESS_SETTINGS_DEFAULT, ...(await store.readBusinessSettings()).document };
      return costOfEach(all.contacts, all.served, settings).map(({ contact, minor }) => ({
        line: contactLine(contact, contact.openedAt, {
          verdict: minor === null ? 'unknown' : 'hit',
          amount: minor === null || settings.currency === null ? null : { minor, currency: settings.currency },
        }),
        in: {},
      }));
    }
  }
}

const NO_ROW = { group: null, conversationId: null, episode: null, orderId: null, amount: null };

function contactLine(
  { conversationId, episode }: Pick<Contact, 'conversationId' | 'episode'>,
  at: number,
  more: Pick<BusinessLine, 'verdict'> & Partial<BusinessLine>,
): BusinessLine {
  return { ...NO_ROW, at, conversationId, episode, ...more };
}

/** Each order that was counted; its group says whose word it is. */
function placeOrder({ orderId, at, minor, currency, isChecked }: Judgements['orders'][number]): Placed {
  const group = isChecked ? 'server' : 'page';
  return { line: { ...NO_ROW, verdict: 'hit', group, at, orderId, amount: { minor, currency } }, in: {} };
}

function placeBuyer({ row: { order, contact, response, segment }, verdict }: Judged<BuyerOf>): Placed {
  const { orderId, at, minor, currency } = order;
  return {
    line: { ...NO_ROW, verdict, group: contact, at, orderId, amount: { minor, currency } },
    in: { contact, response, segment: segment ?? '', verdict },
  };
}

type BuyerOf = Judgements['buyers'][number]['row'];
