import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PublicFile, Variant } from './public-files.ts';
import { shortestBrotli } from './shortest-brotli.ts';

const TYPE = 'text/javascript; charset=utf-8';

/** A built script with an owner's settings in it: compressed when they change, not when they are asked for. */
export class MadeFiles {
  readonly #made = new Map<string, { text: string; file: PublicFile }>();

  fileFor(key: string, text: string): PublicFile {
    const known = this.#made.get(key);
    if (known?.text === text) return known.file;
    const file = scriptOf(text);
    this.#made.set(key, { text, file });
    return file;
  }
}

/** As a literal of JavaScript: nothing in it can end a script or a line. */
export function spellLiteral(told: unknown): string {
  return JSON.stringify(told).replace(
    /[<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function scriptOf(text: string): PublicFile {
  const plain = Buffer.from(text);
  const variants: Variant[] = [
    variantOf(shortestBrotli(plain), 'br'),
    variantOf(gzipSync(plain), 'gzip'),
    variantOf(plain, null),
  ];
  return { type: TYPE, variants };
}

function variantOf(content: Buffer, encoding: Variant['encoding']): Variant {
  return { encoding, content, etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"` };
}
