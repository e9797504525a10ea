import type { RequestHandler } from 'express';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import { frameHeaders } from './headers.ts';
import type { PublicFiles } from './public-files.ts';

/** The frame of isolated mode (W32): a page of ours with nothing in it but the panel, for the site's own pages to hold. */
export function createFrameRoute(
  files: PublicFiles,
  sites: Pick<SiteDirectory, 'isOwn' | 'find' | 'allows'>,
): RequestHandler {
  const script = [...files.keys()].find((path) => /^\/w\/inside-\w+\.js$/.test(path));
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chat</title><script type="module" src="${script}"></script></head><body></body></html>
`;
  return (request, response, next) => {
    const { host } = request.headers;
    const site = sites.find(String(request.params.key));
    // The socket of the frame comes from our own origin: the owner says that this may be, as of any other (P19).
    const mayFrame = ['https', 'http'].some((scheme) => site && sites.allows(site.key, `${scheme}://${host}`));
    if (!site || !script || !mayFrame) return next();
    response.removeHeader('X-Frame-Options');
    response.set(frameHeaders(sites, host, site.origins));
    response.type('html').end(page);
  };
}
