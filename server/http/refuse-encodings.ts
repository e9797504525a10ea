import type { RequestHandler } from 'express';
import { refusal } from '../../protocol/wire/errors.ts';
import { sendAnswer } from './answers.ts';

/**
 * No compressed request body is ever decoded, on no route: the decoder of an old Node can be made to write out of
 * bounds (D1, F1), and a few bytes can unpack to gigabytes.
 */
export const refuseEncodings: RequestHandler = (request, response, next) => {
  const encoding = request.headers['content-encoding'];
  if (encoding === undefined || encoding.trim().toLowerCase() === 'identity') return next();
  // The body is not read either: the connection ends with the answer.
  response.set('Connection', 'close');
  sendAnswer(response, refusal('encoding_refused', { hint: 'Send the body as it is, without Content-Encoding.' }));
};
