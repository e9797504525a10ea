import {
  BUSINESS_PARTS,
  BUSINESS_SETTINGS_DEFAULT,
  type BusinessLine,
  type BusinessList,
  type BusinessPart,
} from '../../protocol/wire/business.ts';
import { BUSINESS_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { REPORT_FILE_ROWS_MAX } from '../../protocol/wire/report-limits.ts';
import { latestOf } from '../domain/business/latest.ts';
import { readServingCosts } from '../domain/business/serving-cost.ts';
import type { BusinessRowsAsked } from './business-question.ts';
import { type BusinessRows, rowsOf } from './business-rows.ts';
import { siteAsked } from './business-site.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { judgeAll, sheetsOf } from './judge-business.ts';
import { keepWholeBooks } from './keep-books.ts';

/** The rows behind a figure, the latest first. As many as its n and its unknown ones, unless there are more than fit. */
export async function listBusinessRows(
  context: Context,
  { agent }: AgentSubject,
  asked: BusinessRowsAsked,
): Promise<Done<{ total: number; rows: BusinessLine[] }>> {
  const site = await siteAsked(context, agent, asked.site);
  if ('answer' in site) return site;
  const { of, by, key = '' } = asked;
  const parts = BUSINESS_PARTS[of];
  if (by !== undefined && !parts.includes(by)) return refused('invalid_payload', { field: 'by', hint: noPart(of) });
  const settings = { ...BUSINESS_SETTINGS_DEFAULT, ...(await context.store.readBusinessSettings()).document };
  const at = await keepWholeBooks(context, asked.from);
  if ('answer' in at) return at;
  const all = judgeAll(at, asked, site.siteId, context.zones);
  const costs = of === 'costs' ? readServingCosts(all.contacts, sheetsOf(at, asked), settings.months) : null;
  const rows = rowsOf({ all, books: at.books, period: asked, settings, costs }, of);
  return answered(await showLatest(context, rows, by, key, asked.format));
}

function noPart(of: BusinessList): string {
  const parts = BUSINESS_PARTS[of];
  return parts.length === 0 ? `${of} has no parts: leave by out.` : `Set by to one of ${parts.join(', ')}.`;
}

async function showLatest(
  { store }: Context,
  { count, atOf, partOf, lineOf, noOf }: BusinessRows,
  by: BusinessPart | undefined,
  key: string,
  format: string | undefined,
): Promise<{ total: number; rows: BusinessLine[] }> {
  const places = new Int32Array(count);
  let found = 0;
  for (let place = 0; place < count; place += 1) {
    if (by !== undefined && partOf(place, by) !== key) continue;
    places[found] = place;
    found += 1;
  }
  const asked = places.subarray(0, found);
  const shown = latestOf(asked, atOf, format === 'csv' ? REPORT_FILE_ROWS_MAX : BUSINESS_ROWS_MAX);
  // Made before anything is waited for: the next question chooses anew.
  const lines = Array.from(shown, (place) => ({ no: noOf(place), line: lineOf(place) }));
  const nos = new Set(lines.flatMap(({ no }) => no ?? []));
  const ids = new Map((await store.listConversationIds([...nos])).map(({ no, id }) => [no, id]));
  const rows = lines.map(({ no, line }) => ({ ...line, conversationId: no === null ? null : (ids.get(no) ?? null) }));
  return { total: asked.length, rows };
}
