import type { RequestHandler } from 'express';
import { type Refusal, refusal } from '../../protocol/wire/errors.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import { sendAnswer } from './answers.ts';

const DAY_SECONDS = 86_400;

/**
 * Lets the pages of listed sites read our answers, by echoing their exact origin (P19). No credentials: visitors have
 * no cookie. Preflights cannot say which site they are for, so they go by the union; the request itself is checked
 * against its own site's list.
 */
export function createCors(sites: Pick<SiteDirectory, 'isListed'>): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary('Origin');
    response.set('Cross-Origin-Resource-Policy', 'cross-origin');
    if (origin !== undefined && sites.isListed(origin)) response.set('Access-Control-Allow-Origin', origin);
    else if (request.method !== 'OPTIONS') return sendAnswer(response, wrongOrigin());
    if (request.method !== 'OPTIONS') return next();
    response.set('Access-Control-Allow-Methods', 'GET, POST');
    response.set('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-Deskbell-Site, X-Deskbell-File');
    response.set('Access-Control-Max-Age', String(DAY_SECONDS));
    response.status(204).end();
  };
}

export function wrongOrigin(): Refusal {
  return refusal('origin_not_allowed', { hint: 'Add the exact origin of the page to its site.' });
}
