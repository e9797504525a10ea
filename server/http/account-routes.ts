import { type Request, type Response, Router } from 'express';
import { type Answer, success } from '../../protocol/wire/errors.ts';
import { agentRequests } from '../../protocol/wire/schemas.ts';
import { parse, tooFast } from '../gateway/refuse.ts';
import type { Report } from '../observe/report.ts';
import { changePassword } from '../usecases/change-password.ts';
import type { Done } from '../usecases/context.ts';
import type { RateLimit } from '../usecases/limit-rate.ts';
import { setUpOwner } from '../usecases/set-up-owner.ts';
import { type SignedIn, signIn } from '../usecases/sign-in.ts';
import { signOut } from '../usecases/sign-out.ts';
import { type IdentifyParts, identify } from './agent-gate.ts';
import { sendAnswer } from './answers.ts';
import type { Caller } from './headers.ts';
import { sessionCookie, spentCookie } from './session-cookie.ts';

export interface AccountRoutesParts extends IdentifyParts {
  caller: Caller;
  connects: RateLimit;
  report: Report;
}

/** Sign-in, sign-out, first set-up, change of password. */
export function createAccountRoutes(parts: AccountRoutesParts): Router {
  const { context, dispatch, caller, report } = parts;
  const routes = Router();

  routes.post('/sign-in', async (request, response) => {
    const checked = parse(agentRequests.signIn, request.body);
    if (!checked.ok) return sendAnswer(response, checked);
    const addressKey = caller.addressOf(request);
    const answer = await enter(parts, request, response, 'sign-in', () =>
      signIn(context, { ...checked.input, addressKey }),
    );
    if (answer.ok) report({ kind: 'signed_in', agentId: answer.value.agent.id });
    else report({ kind: 'sign_in_refused', code: answer.error });
  });

  routes.post('/set-up', async (request, response) => {
    const checked = parse(agentRequests.setUp, request.body);
    if (!checked.ok) return sendAnswer(response, checked);
    const answer = await enter(parts, request, response, 'set-up', () => setUpOwner(context, checked.input));
    if (answer.ok) report({ kind: 'owner_set_up' });
  });

  routes.post('/sign-out', async (request, response) => {
    const known = await identify(parts, request);
    response.append('Set-Cookie', spentCookie(caller.isEncrypted(request)));
    if (!known.ok) return sendAnswer(response, known);
    const answer = await dispatch.guard('sign-out', () => signOut(context, known.value));
    if (answer.ok) report({ kind: 'signed_out', agentId: known.value.agent.id });
    sendAnswer(response, answer);
  });

  routes.post('/password', async (request, response) => {
    const known = await identify(parts, request);
    if (!known.ok) return sendAnswer(response, known);
    const checked = parse(agentRequests.changePassword, request.body);
    if (!checked.ok) return sendAnswer(response, checked);
    const input = { ...checked.input, addressKey: caller.addressOf(request) };
    const answer = await dispatch.guard('password', () => changePassword(context, known.value, input));
    sendAnswer(response, answer.ok ? success(known.value.agent) : answer);
  });

  return routes;
}

/** The secret goes into the cookie and nowhere else. */
async function enter(
  parts: AccountRoutesParts,
  request: Request,
  response: Response,
  what: string,
  job: () => Promise<Done<SignedIn>>,
): Promise<Answer<SignedIn>> {
  const waitMs = parts.connects.take(parts.caller.addressOf(request));
  const answer = waitMs > 0 ? tooFast(waitMs) : await parts.dispatch.guard(what, job);
  if (answer.ok) {
    response.append('Set-Cookie', sessionCookie(answer.value.secret, parts.caller.isEncrypted(request)));
  }
  sendAnswer(response, answer.ok ? success(answer.value.agent) : answer);
  return answer;
}
