import { type Request, Router } from 'express';
import { type Answer, refusal, success } from '../../protocol/wire/errors.ts';
import {
  measureAgainst,
  measureHistogram,
  measureQuestion,
  measureRows,
  measureSeries,
  measureSplit,
} from '../../protocol/wire/measure-schemas.ts';
import type { Question } from '../../protocol/wire/measures.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { parse } from '../gateway/refuse.ts';
import type { Schema } from '../gateway/rows.ts';
import type { AgentSubject, Done } from '../usecases/context.ts';
import { listMeasureRows } from '../usecases/list-measure-rows.ts';
import { readHistogram } from '../usecases/read-histogram.ts';
import { readHeat, readMeasures, readSeries, readSplit } from '../usecases/read-measures.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';

/** The figures and the rows behind them (docs/measures.md), for whoever may see reports. */
export function createMeasureRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);

  /** Checks the question and what else is asked, then answers. */
  function measure<More, Out>(
    path: string,
    more: Schema<More> | null,
    run: (subject: AgentSubject, question: Question, more: More) => Promise<Done<Out>>,
  ): void {
    routes.get(
      `/measures/${path}`,
      asAgent(async (subject, request): Promise<Answer<unknown>> => {
        if (!may(subject.agent.role, 'report:read')) return refusal('forbidden');
        const asked = readQuestion(request);
        if (!asked.ok) return asked;
        const besides = more === null ? success(null as More) : toAnswer(parse(more, request.query));
        if (!besides.ok) return besides;
        return dispatch.guard(`measures:${path}`, () => run(subject, asked.value, besides.value));
      }),
    );
  }

  function readQuestion(request: Request): Answer<Question> {
    const checked = parse(measureQuestion, request.query);
    if (!checked.ok) return checked;
    if (!context.zones.isZone(checked.input.zone)) {
      return refusal('invalid_payload', { field: 'zone', hint: 'An IANA time zone such as Europe/Berlin.' });
    }
    return success(withoutAbsent(checked.input) as Question);
  }

  measure('summary', measureAgainst, (subject, question, { againstFrom: from, againstTo: to }) =>
    readMeasures(context, subject, { question, against: from === undefined || to === undefined ? null : { from, to } }),
  );
  measure('splits', measureSplit, (subject, question, { split }) => readSplit(context, subject, { question, split }));
  measure('heat', null, (subject, question) => readHeat(context, subject, question));
  measure('series', measureSeries, (subject, question, { by }) => readSeries(context, subject, { question, by }));
  measure('histogram', measureHistogram, (subject, question, { of }) =>
    readHistogram(context, subject, { question, of }),
  );
  measure('rows', measureRows, (subject, question, { of, cursor = null }) =>
    listMeasureRows(context, subject, { question, of, cursor }),
  );
  return routes;
}

function toAnswer<In>(checked: ReturnType<typeof parse<In>>): Answer<In> {
  return checked.ok ? success(checked.input) : checked;
}

function withoutAbsent(asked: object): object {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}
