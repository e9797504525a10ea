import { type Request, type Response, Router } from 'express';
import type { BoardSnapshot } from '../../protocol/wire/board.ts';
import { type Answer, refusal, success } from '../../protocol/wire/errors.ts';
import { REPORT_PROMISES_MAX, REPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import {
  measureAgainst,
  measureFormat,
  measureHistogram,
  measureQuestion,
  measureRows,
  measureSeries,
  measureSplit,
  measureToday,
} from '../../protocol/wire/measure-schemas.ts';
import type { MeasureRows, MeasuresSummary, Question, RowsOf } from '../../protocol/wire/measures.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { REPORT_FILE_PAGE_ROWS_MAX } from '../../protocol/wire/report-limits.ts';
import { agentRows } from '../gateway/agent-commands.ts';
import { parse } from '../gateway/refuse.ts';
import type { Schema } from '../gateway/rows.ts';
import { askBusiness } from '../usecases/business-desk.ts';
import { checkFilters } from '../usecases/check-filters.ts';
import type { AgentSubject, Context, Done } from '../usecases/context.ts';
import { listRows } from '../usecases/list-rated-rows.ts';
import { readHistogram } from '../usecases/read-histogram.ts';
import { readHeat, readMeasures, readSeries, readSplit } from '../usecases/read-measures.ts';
import { readToday } from '../usecases/read-today.ts';
import { withinRights } from '../usecases/within-rights.ts';
import { createAsAgent, type IdentifyParts, identify } from './agent-gate.ts';
import { allRows } from './all-rows.ts';
import { sendAnswer } from './answers.ts';
import { asTable } from './as-table.ts';
import { sendCsv } from './csv.ts';
import { boardTable } from './list-tables.ts';
import * as tables from './measure-tables.ts';

type Ask<More, Out> = (subject: AgentSubject, question: Question, more: More) => Promise<Done<Out>>;
type Go<Out> = (more: object) => Promise<Answer<Out>>;
type SayCsv<Out> = (response: Response, out: Out, withBom: boolean, go: Go<Out>) => Promise<void>;
type Add = <More, Out>(path: string, more: Schema<More> | null, ask: Ask<More, Out>, sayCsv: SayCsv<Out>) => void;

/** The figures and the rows behind them (docs/measures.md), for whoever may see reports; as JSON, or as CSV with `format=csv`. */
export function createMeasureRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  routes.get(
    '/measures/today',
    asAgent(async (subject, request) => {
      if (!may(subject.agent, 'report:read')) return refusal('forbidden');
      const asked = parse(measureToday, request.query);
      if (!asked.ok) return asked;
      const refused = refuseZone(context, asked.input.zone);
      if (refused) return refused;
      const { zone, ...filters } = withoutAbsent(asked.input) as { zone: string };
      const question = withinRights(subject, { zone, clock: 'calendar' as const, ...filters });
      const known = await dispatch.guard('measures:filters', () => checkFilters(context, question));
      if (!known.ok) return known;
      return dispatch.guard('measures:today', () => readToday(context, subject, known.value));
    }),
  );
  routes.get(
    '/board',
    asTable(
      parts,
      'board',
      (subject) =>
        dispatch.run(agentRows, subject, 'board:read', {}, { socketId: null, underWay: 0 }) as Promise<
          Answer<BoardSnapshot>
        >,
      boardTable,
    ),
  );
  /** Checks the question and what else is asked, answers it, and says it as it was wished. */
  addFigures(context, (path, more, ask, sayCsv) => {
    routes.get(`/measures/${path}`, async (request, response) => {
      const known = await identify(parts, request);
      if (!known.ok) return sendAnswer(response, known);
      if (!may(known.value.agent, 'report:read')) return sendAnswer(response, refusal('forbidden'));
      const checked = check(context, request, more);
      if (!checked.ok) return sendAnswer(response, checked);
      const { besides, format } = checked.value;
      const asked = withinRights(known.value, checked.value.question);
      const found = await dispatch.guard('measures:filters', () => checkFilters(context, asked));
      if (!found.ok) return sendAnswer(response, found);
      const question = found.value;
      const go = (other: object) =>
        dispatch.guard(`measures:${path}`, () => ask(known.value, question, { ...besides, ...other }));
      const answer = await go({});
      if (!answer.ok || format.format === 'json') return sendAnswer(response, answer);
      await sayCsv(response, answer.value, format.bom === '1', go);
    });
  });
  return routes;
}

function check<More>({ zones }: Context, request: Request, more: Schema<More> | null) {
  const question = parse(measureQuestion, request.query);
  if (!question.ok) return question;
  const refused = refuseZone({ zones }, question.input.zone);
  if (refused) return refused;
  const besides = more === null ? { ok: true as const, input: {} as More } : parse(more, request.query);
  if (!besides.ok) return besides;
  const format = parse(measureFormat, request.query);
  if (!format.ok) return format;
  const asked = withoutAbsent(question.input) as Question;
  return success({ question: asked, besides: besides.input, format: format.input });
}

function refuseZone({ zones }: Pick<Context, 'zones'>, zone: string) {
  if (zones.isZone(zone)) return null;
  return refusal('invalid_payload', { field: 'zone', hint: 'An IANA time zone such as Europe/Berlin.' });
}

function addFigures(context: Context, add: Add): void {
  const summary: Ask<{ againstFrom?: number | undefined; againstTo?: number | undefined }, MeasuresSummary> = (
    subject,
    question,
    { againstFrom: from, againstTo: to },
  ) =>
    readMeasures(context, subject, { question, against: from === undefined || to === undefined ? null : { from, to } });
  const rows: Ask<{ of: RowsOf; cursor?: string | undefined; format: 'json' | 'csv' }, MeasureRows> = (
    subject,
    question,
    { of, cursor = null, format },
  ) => listRows(context, subject, { question, of, cursor, limit: rowsOfPage(of, format) });
  add('summary', measureAgainst, summary, whole('measures', tables.summaryTable));
  add(
    'splits',
    measureSplit,
    (subject, question, { split }) => readSplit(context, subject, { question, split }),
    whole('measures-split', tables.splitTable),
  );
  add(
    'heat',
    null,
    (subject, question) => readHeat(context, subject, question),
    whole('measures-by-hour', tables.heatTable),
  );
  add(
    'series',
    measureSeries,
    (subject, question, { by }) => readSeries(context, subject, { question, by }),
    whole('measures-series', tables.seriesTable),
  );
  add(
    'histogram',
    measureHistogram,
    (subject, question, { of }) => readHistogram(context, subject, { question, of }),
    whole('measures-histogram', tables.histogramTable),
  );
  add(
    'promised',
    measureFormat,
    (subject, question, { format }) => {
      // A file holds them all, a page the latest.
      const linesMax = format === 'csv' ? REPORT_PROMISES_MAX : REPORT_ROWS_MAX;
      return askBusiness(context, subject, 'promised', { question, linesMax });
    },
    async (response, out, withBom) => {
      await sendCsv(response, 'measures-promised', tables.PROMISED_HEAD, out.lines.map(tables.promisedCells), withBom);
    },
  );
  add(
    'wordings',
    null,
    (subject, question) => askBusiness(context, subject, 'wordings', question),
    whole('measures-wordings', tables.wordingsTable),
  );
  add('rows', measureRows, rows, async (response, first, withBom, go) => {
    const lines = allRows(first, (cursor) => go({ cursor }));
    await sendCsv(response, 'measures-rows', tables.ROW_HEAD, lines, withBom);
  });
}

/** Who was promised what is looked up whole for each page, in a process of its own: a file is one page. */
function rowsOfPage(of: RowsOf, format: 'json' | 'csv'): number {
  if (format === 'json') return REPORT_ROWS_MAX;
  return of.startsWith('promised:') ? REPORT_PROMISES_MAX : REPORT_FILE_PAGE_ROWS_MAX;
}

function whole<Out>(name: string, toTable: (out: Out) => tables.Table): SayCsv<Out> {
  return async (response, out, withBom) => {
    const { head, lines } = toTable(out);
    await sendCsv(response, name, head, lines, withBom);
  };
}

function withoutAbsent(asked: object): object {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}
