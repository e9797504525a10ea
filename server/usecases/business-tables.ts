import type {
  BusinessFigures,
  BusinessLine,
  BusinessReport,
  BusinessSplit,
  Forecast,
  Mean,
  Rate,
} from '../../protocol/wire/business.ts';
import { spellInstant } from '../domain/hours/spell-instant.ts';

export type Cell = string | number | null;

/** Columns by name, and what stands in them. */
export interface Table {
  head: string[];
  rows: Cell[][];
}

/** The same numbers as the views show, for spreadsheets. */
export function businessTable(report: BusinessReport): Table {
  const rows: Cell[][] = [];
  const add = (measure: string, group: string, { hits, n, share, low, high, unknown }: Rate) =>
    rows.push([measure, group, hits, n, share, low, high, unknown, null, null]);
  const tell = (measure: string, group: string, value: number | null, unit: string, of: Partial<Mean> = {}) =>
    rows.push([measure, group, null, of.n ?? null, null, of.low ?? null, of.high ?? null, null, value, unit]);
  add('promises_kept', '', report.promises);
  add('ordered_again', '', report.retention.all);
  for (const { key, rate } of report.retention.byContact) add('ordered_again_by_contact', key, rate);
  for (const { key, rate } of report.retention.byResponse) add('ordered_again_by_first_response', key, rate);
  for (const { key, rate } of report.retention.bySegment) add('ordered_again_by_segment', key, rate);
  add('had_bought_before', '', report.repeat);
  add('ordered_after_chat', '', report.conversion.all);
  for (const { key, rate } of report.conversion.byStage) add('ordered_after_chat_by_stage', key, rate);
  tellOrders(report, tell);
  tellCosts(report, tell);
  for (const { name, shiftMs, availableMs, busyMs } of [...report.team.agents, { name: '', ...report.team.all }]) {
    tell('on_shift', name, shiftMs, 'ms');
    tell('available', name, availableMs, 'ms');
    tell('busy', name, busyMs, 'ms');
  }
  const head = ['measure', 'group', 'hits', 'n', 'share', 'low_95', 'high_95', 'unknown', 'value', 'unit'];
  return { head, rows };
}

type TellFigure = (measure: string, group: string, value: number | null, unit: string, of?: Partial<Mean>) => void;

function tellOrders({ orders, stages, atRisk }: BusinessReport, tell: TellFigure): void {
  const { revenue, ...counts } = orders;
  for (const [name, count] of Object.entries(counts)) tell('orders', name, count, 'count');
  for (const { currency, minor } of revenue) tell('revenue', '', minor, currency);
  for (const { key, episodes } of stages) tell('conversations_by_stage', key, episodes, 'count');
  for (const { why, people, revenue: lost } of atRisk) {
    tell('people_at_risk', why, people, 'count');
    for (const { currency, minor } of lost) tell('revenue_at_risk', why, minor, currency);
  }
}

/** In the currency's smallest unit; what the settings do not say stays empty. */
function tellCosts({ costs }: BusinessReport, tell: TellFigure): void {
  const unit = costs.currency ?? '';
  tell('cost_per_conversation', '', costs.perConversation.mean, unit, costs.perConversation);
  tell('cost_of_service', '', costs.total, unit);
  tell('cost_to_retain', '', costs.retained.perPerson, unit, { n: costs.retained.people });
  tell('cost_to_acquire', '', costs.acquired.perPerson, unit, { n: costs.acquired.people });
  tell('retain_to_acquire', '', costs.ratio, 'ratio');
}

const RATES = ['promises', 'retention', 'repeat', 'conversion'] as const;
const RATE_PARTS = ['hits', 'n', 'share', 'low', 'high', 'unknown', 'few'] as const;
const COST_PARTS = ['n', 'mean', 'low', 'high', 'few'] as const;

/** One column for each part of each figure, named as in JSON. */
export function businessSplitTable({ split, groups, rest, total, currency }: BusinessSplit): Table {
  const cells = (figures: BusinessFigures): Cell[] => [
    ...[figures.episodes, figures.people],
    ...RATES.flatMap((name) => RATE_PARTS.map((part) => spell(figures[name][part]))),
    figures.atRisk,
    ...COST_PARTS.map((part) => spell(figures.cost[part])),
    currency,
  ];
  const rates = RATES.flatMap((name) => RATE_PARTS.map((part) => `${name}.${part}`));
  const costs = COST_PARTS.map((part) => `cost.${part}`);
  return {
    head: ['line', split, 'name', 'isGone', 'episodes', 'people', ...rates, 'atRisk', ...costs, 'currency'],
    rows: [
      ...groups.map(({ key, name, isGone, figures }) => [
        'group',
        key,
        name,
        spell(isGone ?? false),
        ...cells(figures),
      ]),
      ...(rest ? [['rest', '', '', '', ...cells(rest)]] : []),
      ['total', '', '', '', ...cells(total)],
    ],
  };
}

function spell(value: number | boolean | null): Cell {
  return typeof value === 'boolean' ? String(value) : value;
}

export function businessRowsTable(rows: readonly BusinessLine[]): Table {
  return {
    head: ['verdict', 'group', 'at', 'conversation', 'episode', 'order', 'minor', 'currency'],
    rows: rows.map((row) => [
      row.verdict,
      row.group,
      spellInstant(row.at),
      row.conversationId,
      row.episode,
      row.orderId,
      row.amount?.minor ?? null,
      row.amount?.currency ?? null,
    ]),
  };
}

export function forecastTable({ hours }: Forecast): Table {
  return {
    head: [
      'at',
      'weekday',
      'hour',
      'open',
      'expected',
      'low_95',
      'high_95',
      'weeks',
      'agents',
      'agents_high',
      'planned',
      'came',
    ],
    rows: hours.map(({ at, weekday, hour, open, expected, low, high, weeks, staff, came }) => [
      ...[spellInstant(at), weekday, hour, open, expected, low, high, weeks],
      ...[staff?.agents ?? null, staff?.agentsHigh ?? null, staff?.planned ?? null, came],
    ]),
  };
}
