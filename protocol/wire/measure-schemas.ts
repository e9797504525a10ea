import { z } from 'zod';
import { PURCHASE_STAGES } from './business.ts';
import * as limits from './limits.ts';
import { CAUSES, FILTERS, type Filter, PROMISED_PARTS, ROWS_OF, type RowsOf, SPLITS } from './measures.ts';
import { REPORT_MS_MAX } from './report-limits.ts';
import { askedInstant } from './schemas.ts';

/** Questions about the figures, as query strings. */
const FILTER_CHARS_MAX = limits.PAGE_URL_CHARS_MAX;
const OUTCOMES = [
  'resolved',
  'unresolved',
  'abandoned_in_queue',
  'abandoned_before_answer',
  'left_after_answer',
  'spam',
];
/** What figures are narrowed to by a list that does not grow; an empty text means "none". */
const CLOSED: Partial<Record<Filter, z.ZodType<string>>> = {
  stage: oneOf(PURCHASE_STAGES),
  outcome: oneOf(OUTCOMES),
  cause: oneOf(CAUSES),
  score: oneOf(['1', '2', '3', '4', '5']),
  hour: z.string().regex(/^(?:1?\d|2[0-3])$/, 'An hour of the day, 0 to 23.'),
  weekday: z.string().regex(/^[1-7]$/, 'A day of the week, 1 (Monday) to 7.'),
  day: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'A day such as 2026-11-26.'),
  month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'A month such as 2026-11.'),
};
export const filters = Object.fromEntries(
  FILTERS.map((name) => [name, (CLOSED[name] ?? z.string().max(FILTER_CHARS_MAX)).optional()]),
) as Record<Filter, z.ZodOptional<z.ZodType<string>>>;

function oneOf(names: readonly string[]): z.ZodType<string> {
  const isOne = (given: string) => given === '' || names.includes(given);
  return z.string().refine(isOne, `One of ${names.join(', ')}; empty for those that have none.`);
}

const rowsOf = [
  ...ROWS_OF,
  ...OUTCOMES.map((outcome) => `outcome:${outcome}`),
  ...CAUSES.map((cause) => `cause:${cause}`),
  ...['1', '2', '3', '4', '5'].map((score) => `score:${score}`),
  ...PROMISED_PARTS.map((part) => `promised:${part}`),
] as RowsOf[];

const TOO_LONG = `At most ${limits.REPORT_DAYS_MAX} days.`;

export const measureQuestion = z
  .object({
    from: askedInstant,
    to: askedInstant,
    zone: z.string().max(64).default('UTC'),
    clock: z.enum(['calendar', 'business']).default('calendar'),
    targetMs: z.coerce.number().int().min(1).max(limits.SETTING_MS_MAX).optional(),
    ...filters,
  })
  .refine(({ from, to }) => from < to, { error: 'from must be before to.', path: ['to'] })
  .refine(({ from, to }) => to - from <= REPORT_MS_MAX, { error: TOO_LONG, path: ['to'] });

/** Another period to compare with; both or none. */
export const measureAgainst = z
  .object({ againstFrom: askedInstant.optional(), againstTo: askedInstant.optional() })
  .refine(({ againstFrom: from, againstTo: to }) => (from === undefined) === (to === undefined), 'Both or none.')
  .refine(({ againstFrom: from = 0, againstTo: to = 1 }) => from < to, 'againstFrom must be before againstTo.')
  .refine(({ againstFrom: from = 0, againstTo: to = 1 }) => to - from <= REPORT_MS_MAX, {
    error: TOO_LONG,
    path: ['againstTo'],
  });

/** Today's begin is the zone's, so nobody says it. */
export const measureToday = z.object({ zone: z.string().max(64).default('UTC'), ...filters });

export const measureSplit = z.object({ split: z.enum(SPLITS) });
export const measureSeries = z.object({ by: z.enum(['hour', 'day', 'week']).default('day') });
export const measureHistogram = z.object({
  of: z.enum(['firstResponse', 'response', 'queue', 'resolution', 'handling']).default('firstResponse'),
});
const WORDS_ROWS = /^words:(?:score|effort|recommend)-(?:0|[1-9]\d{0,14})$/;
const STRETCH_ROWS =
  /^(?:firstResponse|response|queue|resolution|handling):(?:all|answered|unanswered)-(0|[1-9]\d{0,14})-(0|[1-9]\d{0,14})?$/;
const ROWS_HINT =
  'The name of a figure, such as answered, outcome:resolved, cause:page_left, score:5 or firstResponse:all-5000-10000.';
function isRowsOf(given: unknown): boolean {
  if (typeof given !== 'string') return false;
  return (rowsOf as string[]).includes(given) || WORDS_ROWS.test(given) || STRETCH_ROWS.test(given);
}

export const measureFormat = z.object({
  format: z.enum(['json', 'csv']).default('json'),
  /** Spreadsheets of one maker take UTF-8 only with a mark before it. */
  bom: z.enum(['0', '1']).default('0'),
});
export const measureRows = z.object({
  of: z.custom<RowsOf>(isRowsOf, ROWS_HINT).default('episodes'),
  cursor: z.string().max(80).optional(),
  ...measureFormat.shape,
});
