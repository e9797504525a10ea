import type { Request, Response } from 'express';
import type { PublicFile, Variant } from './public-files.ts';

/** Names with a hash of their content never change. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Long enough to spare a busy shop, short enough that an update reaches it soon. */
const SHORT = 'public, max-age=300';
/** What an owner changes reaches the pages within a minute. */
const BRIEF = 'public, max-age=60';
const REVALIDATE = 'no-cache';
const NEVER = 'no-store';

export type Keeping = 'immutable' | 'short' | 'brief' | 'revalidate' | 'never';

const CACHE_CONTROL: Record<Keeping, string> = {
  immutable: IMMUTABLE,
  short: SHORT,
  brief: BRIEF,
  revalidate: REVALIDATE,
  never: NEVER,
};

export function serveFile(request: Request, response: Response, file: PublicFile, keeping: Keeping): void {
  const { content, encoding, etag } = pickVariant(file.variants, request.headers['accept-encoding']);
  response.set({ 'Content-Type': file.type, 'Cache-Control': CACHE_CONTROL[keeping], ETag: etag });
  response.vary('Accept-Encoding');
  if (request.headers['if-none-match']?.split(',').some((known) => known.trim() === etag)) {
    response.status(304).end();
    return;
  }
  if (encoding) response.set('Content-Encoding', encoding);
  response.set('Content-Length', String(content.length));
  if (request.method === 'HEAD') response.end();
  else response.end(content);
}

function pickVariant(variants: Variant[], accepted: string | undefined): Variant {
  const names = (accepted ?? '').split(',').flatMap(acceptedName);
  const picked = variants.find(({ encoding }) => encoding === null || names.includes(encoding));
  if (!picked) throw new Error('A public file has no plain variant.');
  return picked;
}

function acceptedName(part: string): string[] {
  const [name = '', quality = ''] = part.split(';').map((piece) => piece.trim().toLowerCase());
  return /^q=0(\.0*)?$/.test(quality) ? [] : [name];
}
