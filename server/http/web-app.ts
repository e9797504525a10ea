import express, { type Express } from 'express';
import { refusal } from '../../protocol/wire/errors.ts';
import { CLOSING_SPREAD_MS } from '../../protocol/wire/limits.ts';
import { type AgentRoutesParts, createAgentRoutes } from './agent-routes.ts';
import { sendAnswer } from './answers.ts';
import { createCheckRoute } from './check-route.ts';
import { createDemoRoutes } from './demo-routes.ts';
import { baseHeaders } from './headers.ts';
import { createHealthRoutes, type HealthParts } from './health-routes.ts';
import { createImportRoutes } from './import-routes.ts';
import { createLoaderRoute } from './loader-route.ts';
import { createMailPages, type MailPagesParts } from './mail-pages.ts';
import { createErrorHandler } from './on-error.ts';
import { createProactiveRoutes } from './proactive-routes.ts';
import type { PublicFiles } from './public-files.ts';
import { createPublicRoutes } from './public-routes.ts';
import { refuseEncodings } from './refuse-encodings.ts';
import { createVisitorRoutes, type VisitorRoutesParts } from './visitor-routes.ts';

export interface WebAppParts extends AgentRoutesParts, VisitorRoutesParts, HealthParts, MailPagesParts {
  files: PublicFiles;
  requestId(): string;
}

/** Everything over plain HTTP: health, the fallback, the agents' routes, and the files. */
export function createWebApp(parts: WebAppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(refuseEncodings, baseHeaders(parts.caller));
  app.use(createHealthRoutes(parts));
  app.use('/api', (_request, response, next) => {
    if (!parts.isClosing()) return next();
    response.set('Connection', 'close');
    sendAnswer(response, refusal('unavailable', { retryAfterMs: CLOSING_SPREAD_MS, hint: 'The relay is closing.' }));
  });
  app.use('/api/v1/visitor', createVisitorRoutes(parts));
  app.use('/api/v1/agent', createAgentRoutes(parts));
  app.use('/api/v1/import', createImportRoutes(parts));
  app.use('/api/v1/check', createCheckRoute(parts));
  app.use('/api', (_request, response) => sendAnswer(response, refusal('not_found', { hint: 'No such route.' })));
  app.use(createProactiveRoutes(parts));
  app.use(createLoaderRoute(parts));
  app.use('/mail', createMailPages(parts));
  app.use('/demo', createDemoRoutes(parts));
  app.use(createPublicRoutes(parts.files, parts.sites));
  app.use((_request, response) => {
    const built = parts.files.size > 0;
    const text = built ? 'Nothing here.\n' : 'The pages are not built yet. Run "npm run build", then start again.\n';
    response
      .status(built ? 404 : 503)
      .type('text/plain')
      .send(text);
  });
  app.use(createErrorHandler(parts.report, parts.requestId));
  return app;
}
