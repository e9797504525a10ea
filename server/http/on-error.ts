import type { ErrorRequestHandler } from 'express';
import { type Refusal, refusal } from '../../protocol/wire/errors.ts';
import { refusalOf } from '../gateway/refuse.ts';
import type { Report } from '../observe/report.ts';
import { sendAnswer } from './answers.ts';

/** What the body parser and the router throw, by the names they give it. */
const EXPECTED: Record<string, () => Refusal> = {
  'entity.too.large': () =>
    refusal('too_large', { hint: 'A body has at most 65,536 bytes, a part of a file 262,144, an import 1,048,576.' }),
  'entity.parse.failed': () => refusal('invalid_payload', { hint: 'The body is not valid JSON.' }),
  'encoding.unsupported': () => refusal('encoding_refused', { hint: 'Send the body without Content-Encoding.' }),
  'charset.unsupported': () => refusal('encoding_refused', { hint: 'Send JSON as UTF-8.' }),
  'request.aborted': () => refusal('invalid_payload', { hint: 'The request ended too early.' }),
  'request.size.invalid': () => refusal('invalid_payload', { hint: 'Content-Length and body differ.' }),
};

/** The last handler: a typed answer, never a stack, never the text of an exception. */
export function createErrorHandler(report: Report, requestId: () => string): ErrorRequestHandler {
  return (error: { type?: unknown; status?: unknown }, request, response, _next) => {
    const expected = typeof error?.type === 'string' ? EXPECTED[error.type]?.() : undefined;
    const isClients = typeof error?.status === 'number' && error.status >= 400 && error.status < 500;
    if (!expected && !isClients) {
      report({ kind: 'request_failed', route: `${request.method} ${routeOf(request)}`, requestId: requestId(), error });
    }
    // Half an answer cannot be taken back.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const told =
      expected ?? (isClients ? refusal('invalid_payload', { hint: 'The request is malformed.' }) : undefined);
    sendAnswer(response, told ?? refusalOf(error));
  };
}

/** The pattern, not the path: a path may carry what a person typed. */
function routeOf(request: { route?: { path?: unknown } }): string {
  return typeof request.route?.path === 'string' ? request.route.path : '(none)';
}
