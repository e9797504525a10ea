import { type Request, type Response, Router } from 'express';
import type { ForecastRows } from '../../protocol/wire/business.ts';
import {
  businessAsked,
  businessRowsAsked,
  businessSettings,
  businessSplitAsked,
  forecastAsked,
  forecastRowsAsked,
} from '../../protocol/wire/business-schemas.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import { basedOn } from '../../protocol/wire/settings-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import type { Schema } from '../gateway/rows.ts';
import { askNarrowed } from '../usecases/ask-narrowed.ts';
import { readBusinessSettings, setBusinessSettings } from '../usecases/business-settings.ts';
import {
  businessRowsTable,
  businessSplitTable,
  businessTable,
  forecastTable,
  type Table,
} from '../usecases/business-tables.ts';
import type { AgentSubject, Context, Done } from '../usecases/context.ts';
import { type ForecastRowsAsked, listForecastRows } from '../usecases/list-forecast-rows.ts';
import { createAsAgent, type IdentifyParts, identify } from './agent-gate.ts';
import { allRows } from './all-rows.ts';
import { sendAnswer } from './answers.ts';
import { asTable } from './as-table.ts';
import { sendCsv } from './csv.ts';
import { ROW_HEAD } from './measure-tables.ts';
import { wholeFile } from './whole-file.ts';

interface Figures<In, Out> {
  name: string;
  schema: Schema<In>;
  read(context: Context, subject: AgentSubject, input: In): Promise<Done<Out>>;
  table(value: Out): Table;
}

/** The measures of business, the forecast, and what owners say of money (docs/business.md). */
export function createBusinessRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  routes.get(
    '/reports/business',
    figures(parts, {
      name: 'business',
      schema: businessAsked,
      read: (context, subject, asked) => askNarrowed(context, subject, 'report', asked),
      table: businessTable,
    }),
  );
  routes.get(
    '/reports/business/splits',
    figures(parts, {
      name: 'business-split',
      schema: businessSplitAsked,
      read: (context, subject, asked) => askNarrowed(context, subject, 'splits', asked),
      table: businessSplitTable,
    }),
  );
  routes.get(
    '/reports/business/rows',
    figures(parts, {
      ...{ name: 'business-rows', schema: businessRowsAsked },
      read: async (context, subject, asked) =>
        wholeFile(await askNarrowed(context, subject, 'rows', asked), asked.format),
      table: ({ rows }) => businessRowsTable(rows),
    }),
  );
  addForecast(routes, parts);
  routes.get(
    '/business-settings',
    asAgent((subject) => dispatch.guard('business:settings', () => readBusinessSettings(context, subject))),
  );
  routes.put(
    '/business-settings',
    asAgent(async (subject, request) => {
      const checked = parse(businessSettings, request.body);
      if (!checked.ok) return checked;
      const based = parse(basedOn, request.query.basedOn);
      if (!based.ok) return { ...based, field: 'basedOn' };
      const input = { settings: checked.input, basedOn: based.input };
      return dispatch.guard('business:set', () => setBusinessSettings(context, subject, input));
    }),
  );
  return routes;
}

/** What will come, and the past it is made of. */
function addForecast(routes: Router, parts: IdentifyParts): void {
  const { context, dispatch } = parts;
  const forecastRows = (subject: AgentSubject, asked: ForecastRowsAsked) =>
    dispatch.guard('forecast:rows', () => listForecastRows(context, subject, asked));
  routes.get(
    '/reports/forecast',
    figures(parts, {
      name: 'forecast',
      schema: forecastAsked,
      read: (context, subject, asked) => askNarrowed(context, subject, 'forecast', asked),
      table: forecastTable,
    }),
  );
  routes.get(
    '/reports/forecast/rows',
    asTable<ForecastRows>(
      parts,
      'forecast-rows',
      async (subject, request) => {
        const asked = parse(forecastRowsAsked, request.query);
        return asked.ok ? forecastRows(subject, asked.input) : asked;
      },
      (first, subject, request) => {
        const asked = forecastRowsAsked.parse(request.query);
        return { head: ROW_HEAD, lines: allRows(first, (cursor) => forecastRows(subject, { ...asked, cursor })) };
      },
    ),
  );
}

/** As JSON, or with `format=csv` as a file. */
function figures<In, Out>(parts: IdentifyParts, { name, schema, read, table }: Figures<In, Out>) {
  return async (request: Request, response: Response): Promise<void> => {
    const answer = await ask(request);
    if (!answer.ok || request.query.format !== 'csv') return sendAnswer(response, answer);
    const { head, rows } = table(answer.value);
    await sendCsv(response, `deskbell-${name}`, head, rows, true);
  };

  async function ask(request: Request): Promise<Answer<Out>> {
    const known = await identify(parts, request);
    if (!known.ok) return known;
    const asked = parse(schema, request.query);
    if (!asked.ok) return asked;
    return parts.dispatch.guard(name, () => read(parts.context, known.value, asked.input));
  }
}
