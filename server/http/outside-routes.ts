import { type Request, Router } from 'express';
import type { Clock } from '../../protocol/kit/clock.ts';
import { type Answer, success } from '../../protocol/wire/errors.ts';
import type { PanelAnswer } from '../../protocol/wire/outside.ts';
import { PANEL_BURST_MAX, PANEL_PER_SECOND_MAX } from '../../protocol/wire/outside-limits.ts';
import { outsideRequests } from '../../protocol/wire/outside-schemas.ts';
import { basedOn } from '../../protocol/wire/settings-schemas.ts';
import { parse, tooFast } from '../gateway/refuse.ts';
import type { AgentSubject, Done } from '../usecases/context.ts';
import { createRateLimit } from '../usecases/limit-rate.ts';
import { askPanel, listOffered, type PanelPlan, planPanel } from '../usecases/outside/ask-panel.ts';
import { readOutside, readOutsideSecret, setOutside } from '../usecases/outside/outside-settings.ts';
import { PanelShelf } from '../usecases/outside/panel-shelf.ts';
import { planTry } from '../usecases/outside/try-service.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';

export interface OutsideRoutesParts extends IdentifyParts {
  clock: Clock;
}

/** Services that owners name (docs/services.md). */
export function createOutsideRoutes(parts: OutsideRoutesParts): Router {
  const routes = Router();
  addSettings(routes, parts);
  addPanels(routes, parts);
  return routes;
}

const keyOf = (request: Request) => String(request.params.key);
const idOf = (request: Request) => String(request.params.id);

function addSettings(routes: Router, parts: OutsideRoutesParts): void {
  const { context, dispatch } = parts;
  const asAgent = createAsAgent(parts);
  routes.get(
    '/sites/:key/outside',
    asAgent((subject, request) =>
      dispatch.guard('outside', () => readOutside(context, subject, { key: keyOf(request) })),
    ),
  );
  routes.put(
    '/sites/:key/outside',
    asAgent(async (subject, request) => {
      const checked = parse(outsideRequests.set, request.body);
      if (!checked.ok) return checked;
      const based = parse(basedOn, request.query.basedOn);
      if (!based.ok) return { ...based, field: 'basedOn' };
      const input = { key: keyOf(request), ...checked.input, basedOn: based.input };
      return dispatch.guard('outside:set', () => setOutside(context, subject, input));
    }),
  );
  routes.post(
    '/sites/:key/outside/secret',
    asAgent(async (subject, request) => {
      const checked = parse(outsideRequests.secret, request.body);
      if (!checked.ok) return checked;
      const input = { key: keyOf(request), ...checked.input };
      return dispatch.guard('outside:secret', () => readOutsideSecret(context, subject, input));
    }),
  );
}

function addPanels(routes: Router, parts: OutsideRoutesParts): void {
  const { context, dispatch, clock } = parts;
  const asAgent = createAsAgent(parts);
  const shelf = new PanelShelf();
  const pace = createRateLimit(clock, { burst: PANEL_BURST_MAX, perSecond: PANEL_PER_SECOND_MAX });

  /** What may be asked is found behind the gate; asking takes as long as it takes. */
  async function ask(
    { agent }: AgentSubject,
    request: Request,
    plan: () => Promise<Done<PanelPlan>>,
    anew: boolean,
  ): Promise<Answer<PanelAnswer>> {
    const found = await dispatch.guard('outside:panel', plan);
    if (!found.ok || !context.outside) return found.ok ? success({ kind: 'trouble', trouble: 'inside' }) : found;
    const known = anew ? undefined : shelf.find(found.value, clock.now());
    if (known) return success(known);
    const waitMs = pace.take(agent.id);
    if (waitMs > 0) return tooFast(waitMs);
    const answer = await askPanel(context.outside, clock.now(), found.value, leaving(request));
    shelf.keep(found.value, answer, clock.now());
    return success(answer);
  }

  routes.get(
    '/conversations/:id/outside',
    asAgent((subject, request) =>
      dispatch.guard('outside:offered', () => listOffered(context, subject, { conversationId: idOf(request) })),
    ),
  );
  routes.get(
    '/conversations/:id/outside/panels/:panel',
    asAgent((subject, request) => {
      const input = { conversationId: idOf(request), panel: String(request.params.panel) };
      return ask(subject, request, () => planPanel(context, subject, input), request.query.anew === '1');
    }),
  );
  routes.post(
    '/sites/:key/outside/try',
    asAgent(async (subject, request) => {
      const checked = parse(outsideRequests.try, request.body);
      if (!checked.ok) return checked;
      const input = { key: keyOf(request), tried: checked.input };
      const found = await dispatch.guard('outside:try', () => planTry(context, subject, input));
      if (!found.ok) return found;
      const waitMs = pace.take(subject.agent.id);
      return waitMs > 0 ? tooFast(waitMs) : success(await found.value(clock.now(), leaving(request)));
    }),
  );
}

/** Aborts when whoever asked went away before the answer. */
export function leaving(request: Request): AbortSignal {
  const gone = new AbortController();
  request.res?.once('close', () => gone.abort());
  return gone.signal;
}
