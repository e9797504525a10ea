import { type Request, Router } from 'express';
import { type Answer, success } from '../../protocol/wire/errors.ts';
import type { InTrouble } from '../../protocol/wire/outside.ts';
import * as limits from '../../protocol/wire/outside-limits.ts';
import { outsideRequests } from '../../protocol/wire/outside-schemas.ts';
import { parse, tooFast } from '../gateway/refuse.ts';
import type { Schema } from '../gateway/rows.ts';
import type { AgentSubject, Done } from '../usecases/context.ts';
import { createRateLimit } from '../usecases/limit-rate.ts';
import { askAssistant } from '../usecases/outside/ask-words.ts';
import type { OutsideDesk } from '../usecases/outside/asker.ts';
import { planAssist } from '../usecases/outside/assist.ts';
import { planAnswer, planTranslation, translateAll } from '../usecases/outside/translate.ts';
import { WordShelf } from '../usecases/outside/word-shelf.ts';
import { createAsAgent } from './agent-gate.ts';
import { leaving, type OutsideRoutesParts } from './outside-routes.ts';

const OFF: InTrouble = { kind: 'trouble', trouble: 'inside' };

/** Words that leave the house for a service of the owner's, and come back (CS8, CS9). */
export function createOutsideWordsRoutes({ clock, ...parts }: OutsideRoutesParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const asAgent = createAsAgent(parts);
  const shelf = new WordShelf();
  const translating = createRateLimit(clock, {
    burst: limits.TRANSLATE_BURST_MAX,
    perSecond: limits.TRANSLATE_PER_SECOND_MAX,
  });
  const assisting = createRateLimit(clock, {
    burst: limits.ASSIST_BURST_MAX,
    perSecond: limits.ASSIST_PER_SECOND_MAX,
  });

  /** Behind the gate is found what is asked; asking takes as long as it takes, or until whoever wanted it goes away. */
  const route = <In, Plan>(
    path: string,
    schema: Schema<In>,
    plan: (subject: AgentSubject, conversationId: string, input: In) => Promise<Done<Plan>>,
    ask: (desk: OutsideDesk, plan: Plan, signal: AbortSignal) => Promise<unknown>,
    pace: { take(agentId: string): number },
  ) =>
    routes.post(
      `/conversations/:id/outside/${path}`,
      asAgent(async (subject, request: Request): Promise<Answer<unknown>> => {
        const checked = parse(schema, request.body);
        if (!checked.ok) return checked;
        const conversationId = String(request.params.id);
        const found = await dispatch.guard(`outside:${path}`, () => plan(subject, conversationId, checked.input));
        if (!found.ok) return found;
        if (!context.outside) return success(OFF);
        const waitMs = pace.take(subject.agent.id);
        if (waitMs > 0) return tooFast(waitMs);
        return success(await ask(context.outside, found.value, leaving(request)));
      }),
    );

  route(
    'translate',
    outsideRequests.translate,
    (subject, conversationId, input) => planTranslation(context, subject, { conversationId, ...input }),
    ({ asker }, plan, signal) => translateAll(asker, shelf, plan, () => clock.now(), signal),
    translating,
  );
  route(
    'translate-answer',
    outsideRequests.translateAnswer,
    (subject, conversationId, input) => planAnswer(context, subject, { conversationId, ...input }),
    ({ asker }, plan, signal) => translateAll(asker, shelf, plan, () => clock.now(), signal),
    translating,
  );
  route(
    'assist',
    outsideRequests.assist,
    (subject, conversationId, task) => planAssist(context, subject, { conversationId, ...task }),
    ({ asker }, { place, messages }, signal) => askAssistant(asker, place, messages, signal),
    assisting,
  );
  return routes;
}
