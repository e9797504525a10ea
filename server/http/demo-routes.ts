import { createHmac, randomUUID } from 'node:crypto';
import { type Request, Router } from 'express';
import { type Answer, refusal } from '../../protocol/wire/errors.ts';
import { tooFast } from '../gateway/refuse.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import type { Context } from '../usecases/context.ts';
import { addIdentitySecret } from '../usecases/identity-secrets.ts';
import type { RateLimit } from '../usecases/limit-rate.ts';
import { sendAnswer } from './answers.ts';
import type { Caller } from './headers.ts';
import { jsonBody } from './json-body.ts';

export interface DemoRoutesParts {
  context: Context;
  sites: SiteDirectory;
  caller: Caller;
  connects: RateLimit;
}

const DEMO = 'demo';
const CUSTOMERS: Record<string, { name: string; email: string }> = {
  mia: { name: 'Mia Hill', email: 'mia@marl-and-kiln.example' },
  ben: { name: 'Ben Wood', email: 'ben@marl-and-kiln.example' },
};
/** The page's own number, so that two people who try the demo are two customers. */
const VISIT = /^[a-z0-9-]{16,64}$/;
const GOOD_FOR_SECONDS = 1_800;

/**
 * The made-up shop's own server: it signs its customers in (docs/identity.md), for the demo's site and its own pages
 * only. Nobody else's identity can be signed here.
 */
export function createDemoRoutes(parts: DemoRoutesParts): Router {
  const routes = Router({ caseSensitive: true, strict: true });
  routes.post('/sign-in', jsonBody, async (request, response) => sendAnswer(response, await signIn(parts, request)));
  return routes;
}

async function signIn(
  { context, sites, caller, connects }: DemoRoutesParts,
  request: Request,
): Promise<Answer<unknown>> {
  const { origin } = request.headers;
  if (!sites.isOwn(origin)) return refusal('origin_not_allowed', { hint: "Only the demo's own pages." });
  const waitMs = connects.take(caller.addressOf(request));
  if (waitMs > 0) return tooFast(waitMs);
  const site = sites.find(DEMO);
  if (!site) return refusal('not_found', { hint: 'This installation has no demo site.' });
  const { customer, visit } = Object(request.body) as Record<string, unknown>;
  const person = typeof customer === 'string' && Object.hasOwn(CUSTOMERS, customer) ? CUSTOMERS[customer] : undefined;
  if (!person || typeof visit !== 'string' || !VISIT.test(visit))
    return refusal('invalid_payload', { hint: 'Say which customer, "mia" or "ben", and a number of the visit.' });
  const secret = await secretOf(context, site.id);
  if (!secret) return refusal('unavailable');
  const iat = Math.floor(context.clock.now() / 1_000);
  // The number makes each of them a token of its own: who signs out and in again within a second is signed in (I6).
  const jti = randomUUID();
  const claims = { aud: DEMO, sub: `${customer}.${visit}`, ...person, iat, exp: iat + GOOD_FOR_SECONDS, jti };
  return { ok: true, value: { token: sign(secret, claims), name: person.name } };
}

/** The demo site's secret; it gets one with the first who signs in. */
async function secretOf(context: Context, siteId: string): Promise<string | undefined> {
  const [known] = await context.store.listIdentitySecrets(siteId);
  if (known) return context.identities.secretOf(siteId, known.id);
  const { answer } = await addIdentitySecret(context, 'command_line', { key: DEMO });
  return answer.ok ? answer.value.secret : undefined;
}

function sign(secret: string, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
