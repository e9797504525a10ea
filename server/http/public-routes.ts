import { type RequestHandler, Router } from 'express';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import { createFrameRoute } from './frame-route.ts';
import { consoleHeaders, demoHeaders, guestHeaders } from './headers.ts';
import type { PublicFiles } from './public-files.ts';
import { type Keeping, serveFile } from './serve-file.ts';

/** Files whose names carry a hash of their content: `app-Dk3f9aQ1.js`. */
const HASHED = /\/assets\/[^/]+-[\w-]{8,}\.\w+$/;

/** The widget for everybody's pages, the console, and the demo shop. */
export function createPublicRoutes(
  files: PublicFiles,
  sites: Pick<SiteDirectory, 'isOwn' | 'find' | 'allows'>,
): Router {
  const routes = Router({ caseSensitive: true, strict: true });
  routes.get('/', (_request, response) => response.redirect(302, '/demo/'));
  routes.get(
    ['/check.js', '/deskbell.d.ts', '/adapters/{*path}', '/wrappers/{*path}'],
    guestHeaders,
    serve(files, (path) => path, 'short'),
  );
  routes.get(
    '/w/{*path}',
    guestHeaders,
    serve(files, (path) => path, 'immutable'),
  );
  routes.get('/frame/:key', createFrameRoute(files, sites));
  routes.get('/console', (_request, response) => response.redirect(302, '/console/'));
  routes.get(['/console/', '/console/{*path}'], consoleHeaders(sites), serve(files, consoleFile(files)));
  routes.get('/demo', (_request, response) => response.redirect(302, '/demo/'));
  routes.get(['/demo/', '/demo/{*path}'], demoHeaders, demoFolders(files), serve(files, indexed));
  return routes;
}

function serve(files: PublicFiles, find: (path: string) => string, keeping?: Keeping): RequestHandler {
  return (request, response, next) => {
    const path = find(request.path);
    const file = files.get(path);
    if (!file) return next();
    serveFile(request, response, file, keeping ?? (HASHED.test(path) ? 'immutable' : 'revalidate'));
  };
}

function indexed(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}

/**
 * The console's pages are one file, wherever its address says it is; its files are asked for relative to that address,
 * so `/console/inbox/assets/x.js` is `/console/assets/x.js`.
 */
function consoleFile(files: PublicFiles): (path: string) => string {
  return (path) => {
    if (files.has(path)) return path;
    const asset = /\/assets\/[^/]+$/.exec(path);
    if (asset) return `/console${asset[0]}`;
    return '/console/index.html';
  };
}

/** Relative links of a page work only with the slash at its end. */
function demoFolders(files: PublicFiles): RequestHandler {
  return (request, response, next) => {
    if (!files.has(request.path) && files.has(`${request.path}/index.html`)) response.redirect(302, `${request.path}/`);
    else next();
  };
}
