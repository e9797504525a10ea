import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.txt': 'text/plain; charset=utf-8',
  /** Only types for the owner's editor: the browser must not run them. */
  '.ts': 'text/plain; charset=utf-8',
};

export interface Variant {
  encoding: 'br' | 'gzip' | null;
  content: Buffer;
  etag: string;
}

export interface PublicFile {
  type: string;
  /** The best first. */
  variants: Variant[];
}

/** By path as asked for: `/deskbell.js`, `/console/index.html`. */
export type PublicFiles = ReadonlyMap<string, PublicFile>;

/**
 * All that was built, read once: about a megabyte. A build that replaces the folder under a running relay then breaks
 * nothing, no request can reach another file, and no read can fail.
 */
export function readPublicFiles(folder: string): PublicFiles {
  const files = new Map<string, PublicFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    // Hidden files and unknown kinds are not served; compressed siblings belong to their file.
    if (!entry.isFile() || entry.name.startsWith('.') || !type) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).join('/')}`, { type, variants: variantsOf(file) });
  }
  return files;
}

function variantsOf(file: string): Variant[] {
  const variants: Variant[] = [];
  if (existsSync(`${file}.br`)) variants.push(variant(`${file}.br`, 'br'));
  if (existsSync(`${file}.gz`)) variants.push(variant(`${file}.gz`, 'gzip'));
  variants.push(variant(file, null));
  return variants;
}

function variant(file: string, encoding: Variant['encoding']): Variant {
  const content = readFileSync(file);
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  return { encoding, content, etag };
}
