import type {
  Lengths,
  MeasureGroup,
  MeasureRow,
  Measures,
  MeasuresHeat,
  MeasuresHistogram,
  MeasuresSeries,
  MeasuresSplit,
  MeasuresSummary,
  MeasuresWordings,
  NamelessRow,
  Satisfaction,
  Share,
} from '../../protocol/wire/measures.ts';
import type { PromisedLine } from '../../protocol/wire/report.ts';
import type { Cell } from './csv.ts';

export interface Table {
  head: string[];
  lines: Cell[][];
}

const LENGTHS = [
  'firstResponse',
  'firstResponseInHours',
  'response',
  'responseInHours',
  'responseWithoutQueue',
  'queue',
  'queueInHours',
  'resolution',
  'resolutionInHours',
  'handling',
  'complaintTime',
] as const;
const SHARES = ['serviceLevel', 'responseRate', 'abandonedShare', 'resolvedShare'] as const;
const KNOWN = ['firstContact', 'reopened', 'complaints'] as const;
const COUNTS = ['episodes', 'answered', 'abandoned', 'open', 'ended'] as const;
const OUTCOMES = [
  'resolved',
  'unresolved',
  'abandoned_in_queue',
  'abandoned_before_answer',
  'left_after_answer',
  'spam',
] as const;
const CAUSES = ['queue_too_long', 'agent_silent', 'page_left', 'connection_lost', 'outside_hours'] as const;

const LENGTH_HEAD = [
  'n',
  'answered',
  'p50Ms',
  'p50LowMs',
  'p50HighMs',
  'p90Ms',
  'p95Ms',
  'meanMs',
  'few',
  'error',
] as const;
const SHARE_HEAD = ['hits', 'n', 'share', 'low', 'high', 'few'] as const;
const CSAT_HEAD = ['satisfied', 'answers', 'credited', 'anonymous', 'asked', 'share', 'low', 'high', 'few'] as const;

/** One column for each part of each figure, named as in JSON: a table reproduces the numbers. */
const MEASURE_HEAD: string[] = [
  ...COUNTS,
  ...LENGTHS.flatMap((name) => LENGTH_HEAD.map((part) => `${name}.${part}`)),
  ...SHARES.flatMap((name) => SHARE_HEAD.map((part) => `${name}.${part}`)),
  ...KNOWN.flatMap((name) => [...SHARE_HEAD, 'unknown'].map((part) => `${name}.${part}`)),
  ...CSAT_HEAD.map((part) => `csat.${part}`),
  ...OUTCOMES.map((name) => `outcomes.${name}`),
  ...CAUSES.map((name) => `causes.${name}`),
];

function measureCells(measures: Measures): Cell[] {
  return [
    ...COUNTS.map((name) => measures[name]),
    ...LENGTHS.flatMap((name) => lengthCells(measures[name])),
    ...SHARES.flatMap((name) => shareCells(measures[name])),
    ...KNOWN.flatMap((name) => [...shareCells(measures[name]), measures[name].unknown]),
    ...csatCells(measures.csat),
    ...OUTCOMES.map((name) => measures.outcomes[name] ?? 0),
    ...CAUSES.map((name) => measures.causes[name] ?? 0),
  ];
}

function lengthCells(lengths: Lengths | null): Cell[] {
  return LENGTH_HEAD.map((part) => lengths?.[part]);
}

function shareCells(share: Share): Cell[] {
  return SHARE_HEAD.map((part) => share[part]);
}

function csatCells(csat: Satisfaction): Cell[] {
  return CSAT_HEAD.map((part) => csat[part]);
}

export function summaryTable({ question, measures, against }: MeasuresSummary): Table {
  const line = ({ from, to }: { from: number; to: number }, found: Measures): Cell[] => [
    from,
    to,
    ...measureCells(found),
  ];
  if (!against) return { head: ['from', 'to', ...MEASURE_HEAD], lines: [line(question, measures)] };
  const lines = [line(question, measures), line(against.question, against.measures)];
  return { head: ['from', 'to', ...MEASURE_HEAD, 'shared'], lines: lines.map((cells) => [...cells, against.shared]) };
}

export function splitTable({ split, groups, rest, total }: MeasuresSplit): Table {
  const line = ({ key, name, isGone, measures }: MeasureGroup): Cell[] => [
    ...['group', key, name],
    ...measureCells(measures),
    isGone ?? false,
  ];
  const others: Cell[][] = rest ? [['rest', '', '', ...measureCells(rest), '']] : [];
  return {
    head: ['line', split, 'name', ...MEASURE_HEAD, 'isGone'],
    lines: [...groups.map(line), ...others, ['total', '', '', ...measureCells(total), '']],
  };
}

export function heatTable({ cells }: MeasuresHeat): Table {
  const head = ['weekday', 'hour', 'n', 'answered', 'p50Ms', 'p90Ms'] as const;
  return { head: [...head], lines: cells.map((cell) => head.map((name) => cell[name])) };
}

export function seriesTable({ points }: MeasuresSeries): Table {
  const counts = ['at', 'until', 'episodes', 'answered', 'abandoned'] as const;
  return {
    head: [
      ...counts,
      ...LENGTH_HEAD.map((part) => `firstResponse.${part}`),
      ...SHARE_HEAD.map((part) => `abandonedShare.${part}`),
      ...CSAT_HEAD.map((part) => `csat.${part}`),
      ...OUTCOMES.map((name) => `outcomes.${name}`),
    ],
    lines: points.map((point) => [
      ...counts.map((name) => point[name]),
      ...lengthCells(point.firstResponse),
      ...shareCells(point.abandonedShare),
      ...csatCells(point.csat),
      ...OUTCOMES.map((name) => point.outcomes[name] ?? 0),
    ]),
  };
}

export function histogramTable({ edgesMs, answered, unanswered }: MeasuresHistogram): Table {
  const lines = edgesMs.map((edge, bin) => [edge, edgesMs[bin + 1], answered[bin], unanswered[bin]]);
  return { head: ['fromMs', 'toMs', 'answered', 'unanswered'], lines };
}

export const ROW_HEAD = [
  'conversationId',
  'episode',
  'siteName',
  'visitorLabel',
  'agentName',
  'openedAt',
  'closedAt',
  'outcome',
  'firstResponseMs',
  'queueMs',
  'score',
  'comment',
  'ms',
  'isLonger',
  'reasons',
  'solved',
  'shares',
  'asked',
] as const satisfies readonly (keyof MeasureRow)[];

export function rowCells({ reasons, shares, asked, ...row }: MeasureRow): Cell[] {
  const cells: Omit<MeasureRow, 'reasons' | 'shares' | 'asked'> & Record<'reasons' | 'shares' | 'asked', string> = {
    ...row,
    asked: spellWords(asked),
    reasons: reasons.join('; '),
    shares: shares.map(({ name, share }) => `${name} ${share.toFixed(4)}`).join('; '),
  };
  return ROW_HEAD.map((name) => cells[name]);
}

/** In the same columns: neither a conversation nor anybody stands there (K9). */
export function namelessCells({ siteName, dayAt, score, comment, reasons, asked }: NamelessRow): Cell[] {
  const known: Partial<Record<(typeof ROW_HEAD)[number], Cell>> = {
    ...{ siteName, openedAt: dayAt, score, comment },
    ...{ reasons: reasons.join('; '), asked: spellWords(asked) },
  };
  return ROW_HEAD.map((name) => known[name]);
}

export const PROMISED_HEAD = [
  'conversationId',
  'episode',
  'at',
  'lowMs',
  'highMs',
  'waitMs',
  'result',
] as const satisfies readonly (keyof PromisedLine)[];

export function promisedCells(line: PromisedLine): Cell[] {
  return PROMISED_HEAD.map((name) => line[name]);
}

const WORDING_HEAD = [
  'question',
  'siteId',
  'siteName',
  'since',
  'until',
  'words',
  'n',
  'value',
  'low',
  'high',
  'few',
] as const;

/** The questions by the words that were asked (K10). */
export function wordingsTable({ wordings }: MeasuresWordings): Table {
  const lines = (wordings ?? []).map(({ words, ...one }) => ({ ...one, words: spellWords(words) }));
  return { head: [...WORDING_HEAD], lines: lines.map((line) => WORDING_HEAD.map((name) => line[name])) };
}

/** `de: Wie war es?; en: How was it?`; empty: our own words. */
export function spellWords(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([language, text]) => `${language}: ${text}`)
    .join('; ');
}
