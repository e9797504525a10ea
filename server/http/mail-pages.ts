import express, { type Request, type Response, Router } from 'express';
import type { Answer } from '../../protocol/wire/errors.ts';
import { COMMENT_CHARS_MAX, SCORE_MAX, SCORE_MIN } from '../../protocol/wire/limits.ts';
import type { Dispatch } from '../gateway/dispatch.ts';
import { tooFast } from '../gateway/refuse.ts';
import type { Context } from '../usecases/context.ts';
import type { RateLimit } from '../usecases/limit-rate.ts';
import { rateByLink, readRatingPage } from '../usecases/mail/rate-by-link.ts';
import { readStopPage, stopByLink } from '../usecases/mail/stop-by-link.ts';
import { sendAnswer } from './answers.ts';
import type { Caller } from './headers.ts';
import { MAIL_PAGE_CSS } from './mail-page-css.ts';

export interface MailPagesParts {
  context: Context;
  dispatch: Dispatch;
  caller: Caller;
  connects: RateLimit;
}

/** A comment in the longest spelling of a form. */
const FORM_BYTES_MAX = COMMENT_CHARS_MAX * 9 + 1_000;
const POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The small pages that links of mails lead to (E9, E11): no script, no cookie, nothing of a conversation. GET shows, POST does.
 * Whoever holds the link may; nothing else is asked, because mail programs ask from anywhere.
 */
export function createMailPages(parts: MailPagesParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  const form = express.urlencoded({ extended: false, inflate: false, limit: FORM_BYTES_MAX, parameterLimit: 10 });
  const page = (job: (request: Request) => Promise<Answer<string>>) => async (request: Request, response: Response) => {
    const waitMs = parts.connects.take(parts.caller.addressOf(request));
    send(response, waitMs > 0 ? tooFast(waitMs) : await job(request));
  };
  const tokenOf = (request: Request) => String(request.params.token);

  routes.get('/page.css', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=300').type('css').send(MAIL_PAGE_CSS);
  });
  routes.get(
    '/rating/:token',
    page((request) => dispatch.guard('mail:rating', () => readRatingPage(context, { token: tokenOf(request) }))),
  );
  routes.post(
    '/rating/:token',
    form,
    page((request) => {
      const input = { token: tokenOf(request), score: scoreOf(request), comment: textOf(request, 'comment') };
      return dispatch.guard('mail:rate', () => rateByLink(context, input));
    }),
  );
  routes.get(
    '/stop/:token',
    page((request) => dispatch.guard('mail:stop', () => readStopPage(context, { token: tokenOf(request) }))),
  );
  routes.post(
    '/stop/:token',
    page((request) => dispatch.guard('mail:stopped', () => stopByLink(context, { token: tokenOf(request) }))),
  );
  return routes;
}

function send(response: Response, answer: Answer<string>): void {
  if (!answer.ok) sendAnswer(response, answer);
  else
    response
      .set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
      .type('html')
      .send(answer.value);
}

function textOf(request: Request, name: string): string {
  const given: unknown = request.body?.[name];
  // What PostgreSQL could not store is left out.
  return typeof given === 'string' ? given.replace(/[\0\p{Surrogate}]/gu, '').trim() : '';
}

/** Null where none, or none that there is, was chosen. */
function scoreOf(request: Request): number | null {
  const score = Number(textOf(request, 'score'));
  return Number.isInteger(score) && score >= SCORE_MIN && score <= SCORE_MAX ? score : null;
}
