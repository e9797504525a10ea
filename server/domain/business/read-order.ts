import type { RowFault } from '../../../protocol/wire/business.ts';
import {
  IDENTITY_SUBJECT_CHARS_MAX,
  ORDER_ID_CHARS_MAX,
  ORDER_MINOR_MAX,
  SEGMENT_CHARS_MAX,
} from '../../../protocol/wire/limits.ts';
import { DAY_MS, dayNumber, MINUTE_MS, readDate } from '../hours/civil.ts';

/** An order as somebody reports it: a page, a site's server, a line of a file. */
export interface OrderSaid {
  orderId: string;
  minor: number;
  currency: string;
  /** How the site names the person; null: not said. */
  subject: string | null;
  /** Null: now. */
  at: number | null;
  isCancelled: boolean;
}

export interface CustomerSaid {
  subject: string;
  segment: string | null;
}

export type Fields = Readonly<Record<string, unknown>>;
export type FaultOf = Omit<RowFault, 'row'>;

/** Nobody sold anything here before. */
const EARLIEST_AT = dayNumber({ year: 2000, month: 1, day: 1 }) * DAY_MS;
const CLOCK_SKEW_MS = 24 * 3_600_000;
const TRUE: readonly unknown[] = [true, 'true', '1', 'yes'];
const FALSE: readonly unknown[] = [false, 'false', '0', 'no', '', undefined, null];

/** Each fault names the field and says what to write. */
export function readOrder(fields: Fields, now: number): OrderSaid | FaultOf {
  const orderId = textOf(fields.id, ORDER_ID_CHARS_MAX);
  if (!orderId) return bad('id', `Set id to your own number of the order, 1 to ${ORDER_ID_CHARS_MAX} characters.`);
  const currency = typeof fields.currency === 'string' ? fields.currency.trim().toUpperCase() : '';
  const digits = digitsOf(currency);
  if (digits === undefined) return bad('currency', 'Set currency to an ISO 4217 code, such as EUR.');
  const minor = minorOf(fields.total, digits);
  if (minor === undefined) return bad('total', totalHint(fields.total, digits));
  const subject = isEmpty(fields.customer) ? null : textOf(fields.customer, IDENTITY_SUBJECT_CHARS_MAX);
  if (subject === undefined)
    return bad(
      'customer',
      `Set customer to your own id of the person, up to ${IDENTITY_SUBJECT_CHARS_MAX} characters.`,
    );
  const at = isEmpty(fields.at) ? null : instantOf(fields.at, now);
  if (at === undefined) return bad('at', 'Set at to a time such as 2026-11-26T09:30:00Z, not in the future.');
  const { cancelled } = fields;
  if (!TRUE.includes(cancelled) && !FALSE.includes(cancelled))
    return bad('cancelled', 'Set cancelled to true or false.');
  return { orderId, minor, currency, subject, at, isCancelled: TRUE.includes(cancelled) };
}

export function readCustomer(fields: Fields): CustomerSaid | FaultOf {
  const subject = textOf(fields.customer, IDENTITY_SUBJECT_CHARS_MAX);
  if (!subject)
    return bad('customer', `Set customer to your own id of the person, 1 to ${IDENTITY_SUBJECT_CHARS_MAX} characters.`);
  const segment = isEmpty(fields.segment) ? null : textOf(fields.segment, SEGMENT_CHARS_MAX);
  if (segment === undefined) return bad('segment', `Set segment to a word of up to ${SEGMENT_CHARS_MAX} characters.`);
  return { subject, segment };
}

/** As a cell of a file says it, too. */
export function isTrue(value: unknown): boolean {
  return TRUE.includes(value);
}

export function isFault(read: object): read is FaultOf {
  return 'hint' in read;
}

function bad(field: string, hint: string): FaultOf {
  return { field, hint };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** A number is a good id, too. */
function textOf(value: unknown, max: number): string | undefined {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const trimmed = text.trim();
  return trimmed !== '' && trimmed.length <= max && !/[\p{Cc}\p{Surrogate}]/u.test(trimmed) ? trimmed : undefined;
}

/** Of those that were asked about: to find it out takes longer than to read the row. */
const digitsKnown = new Map<string, number>();

/** How many digits stand after the point: 2 for euros, none for yen. Undefined: no such currency. */
export function digitsOf(currency: string): number | undefined {
  const known = digitsKnown.get(currency);
  if (known !== undefined) return known;
  if (!Intl.supportedValuesOf('currency').includes(currency)) return undefined;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsKnown.set(currency, digits);
  return digits;
}

function minorOf(total: unknown, digits: number): number | undefined {
  const text = typeof total === 'number' ? String(total) : typeof total === 'string' ? total.trim() : '';
  const [, whole, part = ''] = /^(\d{1,13})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined || part.length > digits) return undefined;
  const minor = Number(whole + part.padEnd(digits, '0'));
  return minor <= ORDER_MINOR_MAX ? minor : undefined;
}

function totalHint(total: unknown, digits: number): string {
  if (/^\s*-\s*\d/.test(String(total)))
    return 'A total is never negative: after a refund, send the order again with what is left of it, or with cancelled true.';
  const example = digits === 0 ? '1200' : `12.${'90'.padEnd(digits, '0').slice(0, digits)}`;
  return `Set total to an amount such as ${example}, with a point and at most ${digits} digits after it.`;
}

/** Milliseconds, a day, or a day with a time and its distance from UTC: without that nobody knows which hour it was. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|([+-])(\d{2}):(\d{2})))?$/;

function instantOf(value: unknown, now: number): number | undefined {
  const at = typeof value === 'number' ? value : typeof value === 'string' ? parseInstant(value.trim()) : undefined;
  if (at === undefined || !Number.isSafeInteger(at)) return undefined;
  return at >= EARLIEST_AT && at <= now + CLOCK_SKEW_MS ? at : undefined;
}

function parseInstant(text: string): number | undefined {
  if (/^\d{12,14}$/.test(text)) return Number(text);
  const [, day = '', hour = '0', minute = '0', second = '0', sign = '+', aheadHours = '0', aheadMinutes = '0'] =
    INSTANT.exec(text) ?? [];
  const date = readDate(day);
  if (!date || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const ahead = (sign === '-' ? -1 : 1) * (Number(aheadHours) * 60 + Number(aheadMinutes));
  const minutes = Number(hour) * 60 + Number(minute) - ahead;
  return dayNumber(date) * DAY_MS + minutes * MINUTE_MS + Number(second) * 1_000;
}
