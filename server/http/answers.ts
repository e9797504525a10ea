import type { Response } from 'express';
import type { Answer, ErrorCode } from '../../protocol/wire/errors.ts';

const STATUS: Record<ErrorCode, number> = {
  invalid_payload: 400,
  unknown_command: 400,
  password_weak: 400,
  unauthorized: 401,
  forbidden: 403,
  origin_not_allowed: 403,
  site_unknown: 403,
  not_found: 404,
  conversation_closed: 409,
  cid_conflict: 409,
  reassigned: 409,
  rating_closed: 409,
  email_taken: 409,
  setup_done: 409,
  queue_full: 409,
  files_off: 403,
  file_refused: 415,
  file_quota: 409,
  form_required: 409,
  agent_absent: 409,
  ask_open: 409,
  ask_over: 409,
  changed_meanwhile: 409,
  edit_closed: 409,
  answered_meanwhile: 409,
  identity_invalid: 400,
  identity_expired: 400,
  identity_ended: 400,
  identity_off: 409,
  mail_off: 409,
  unanswered: 409,
  blocked: 403,
  work_required: 409,
  too_large: 413,
  encoding_refused: 415,
  version_too_old: 426,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
  slow: 503,
};

/** The same answer as over the socket; the status repeats it for those who look at statuses only. */
export function sendAnswer(response: Response, answer: Answer<unknown>): void {
  response.set('Cache-Control', 'no-store');
  if (!answer.ok && answer.retryAfterMs !== undefined) {
    response.set('Retry-After', String(Math.ceil(answer.retryAfterMs / 1_000)));
  }
  response.status(answer.ok ? 200 : STATUS[answer.error]).json(answer);
}
