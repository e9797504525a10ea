import type { ImportResult, RowsRefusal } from '../../protocol/wire/business.ts';
import { refusal } from '../../protocol/wire/errors.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { findImportFault } from '../domain/business/import-token.ts';
import { type FaultOf, type Fields, readCustomer, readOrder } from '../domain/business/read-order.ts';
import { cutRows, type RowFormat, readRows } from '../domain/business/read-rows.ts';
import type { AgentSubject, Context, Done } from './context.ts';
import { answered, refused } from './finish.ts';
import { namedSince } from './keeping.ts';

/** A site of which its server or its staff may report orders. */
export interface ImportSite {
  id: string;
  key: string;
}

export interface ImportIn {
  text: string;
  format: RowFormat;
}

const NO_SITE = { field: 'site', hint: 'Name the site: ?site=KEY. GET /api/v1/agent/sites lists them.' };

/** Of somebody who is signed in: owners and admins, for the site they name. */
export async function findImportSite(context: Context, subject: AgentSubject, key: string): Promise<Done<ImportSite>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', { hint: 'Owners and admins import orders.' });
  const site = (await context.store.listSites()).find((one) => one.key === key);
  return site ? answered({ id: site.id, key: site.key }) : refused('invalid_payload', NO_SITE);
}

/** Of a site's server: a token that one of its secrets has signed. Which site says `aud`; it counts only once the signature holds. */
export async function judgeImportToken(context: Context, token: string): Promise<Done<ImportSite>> {
  const named = audienceOf(token);
  const site = (await context.store.listSites()).find((one) => one.key === named);
  const ids = site ? (await context.store.listIdentitySecrets(site.id)).map(({ id }) => id) : [];
  const claims = site && (await context.identities.readClaims(token, site.id, ids));
  if (!site || !claims)
    return refused('unauthorized', {
      hint: "It is no JWT with the site's key as aud that one of its secrets has signed with HS256.",
    });
  const hint = findImportFault(claims, { site: site.key, now: context.clock.now() });
  return hint ? refused('unauthorized', { hint }) : answered({ id: site.id, key: site.key });
}

/** Read before the signature is checked, to know whose secrets to check it with; nothing else is taken from it. */
function audienceOf(token: string): string | undefined {
  try {
    const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const claims: unknown = JSON.parse(atob(part));
    const { aud } = (claims ?? {}) as { aud?: unknown };
    return typeof aud === 'string' ? aud : undefined;
  } catch {
    return undefined;
  }
}

export async function importOrders(context: Context, site: ImportSite, input: ImportIn): Promise<Done<ImportResult>> {
  const at = context.clock.now();
  const read = readAll(
    input,
    (fields) => readOrder(fields, at),
    ({ orderId }) => orderId,
    'id',
  );
  if ('refused' in read) return read.refused;
  const since = await namedSince(context, site.id, at);
  return answered(await context.store.importOrders({ siteId: site.id, orders: read.rows, at, namedSince: since }));
}

export async function importCustomers(
  context: Context,
  site: ImportSite,
  input: ImportIn,
): Promise<Done<ImportResult>> {
  const read = readAll(input, readCustomer, ({ subject }) => subject, 'customer');
  if ('refused' in read) return read.refused;
  const at = context.clock.now();
  return answered(await context.store.importCustomers({ siteId: site.id, customers: read.rows, at }));
}

/** A person wants to be forgotten: orders and segment go; nobody else is touched. */
export async function eraseCustomer(
  context: Context,
  site: ImportSite,
  subject: string,
): Promise<Done<{ orders: number; customers: number }>> {
  return answered(await context.store.eraseCustomer({ siteId: site.id, subject }));
}

/** All rows, or none: whoever reads "3 rows are wrong" mends them and sends the same file again. */
function readAll<Row extends object>(
  { text, format }: ImportIn,
  read: (fields: Fields) => Row | FaultOf,
  keyOf: (row: Row) => string,
  keyField: string,
): { rows: Row[] } | { refused: Done<never> } {
  const cut = cutRows(text, format);
  if ('hint' in cut) return { refused: refused('invalid_payload', cut) };
  const { rows, faults, wrong } = readRows(cut, read, keyOf, keyField);
  const [first] = faults;
  if (!first) return { rows };
  const where = first.line === undefined ? `Row ${first.row}` : `Line ${first.line}`;
  const hint = `${wrong} of ${cut.rows.length} rows are wrong, so nothing was stored. ${where}: ${first.hint}`;
  const field = `rows.${first.row}.${first.field}`;
  const answer: RowsRefusal = { ...refusal('invalid_payload', { field, hint }), rows: faults };
  return { refused: { answer, notices: [] } };
}
