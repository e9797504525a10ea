import type { BusinessLine, BusinessReport, Forecast, Rate } from '../../protocol/wire/business.ts';
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
    rows.push([measure, group, hits, n, share, low, high, unknown]);
  add('promises_kept', '', report.promises);
  add('ordered_again', '', report.retention.all);
  for (const { key, rate } of report.retention.byContact) add('ordered_again_by_contact', key, rate);
  for (const { key, rate } of report.retention.byResponse) add('ordered_again_by_first_response', key, rate);
  for (const { key, rate } of report.retention.bySegment) add('ordered_again_by_segment', key, rate);
  add('had_bought_before', '', report.repeat);
  add('ordered_after_chat', '', report.conversion.all);
  for (const { key, rate } of report.conversion.byStage) add('ordered_after_chat_by_stage', key, rate);
  return { head: ['measure', 'group', 'hits', 'n', 'share', 'low_95', 'high_95', 'unknown'], rows };
}

export function businessRowsTable(rows: readonly BusinessLine[]): Table {
  return {
    head: ['verdict', 'group', 'at', 'conversation', 'episode', 'order'],
    rows: rows.map((row) => [
      row.verdict,
      row.group,
      spellInstant(row.at),
      row.conversationId,
      row.episode,
      row.orderId,
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
    ],
    rows: hours.map(({ at, weekday, hour, open, expected, low, high, weeks, staff }) => [
      ...[spellInstant(at), weekday, hour, open, expected, low, high, weeks],
      ...[staff?.agents ?? null, staff?.agentsHigh ?? null, staff?.planned ?? null],
    ]),
  };
}
