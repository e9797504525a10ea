import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compactVerify, errors } from 'jose';
import type { Identities } from '../usecases/context.ts';

const KEY_BYTES = 32;
const PREFIX = 'dsi_';
const FILE = 'secret.key';

/** The installation's own key, from which sites' secrets are made, cannot be had. The message says what to do. */
class SecretKeyMissing extends Error {
  override name = 'SecretKeyMissing';
}

export interface SecretKeyPlace {
  /** SECRET_KEY; it goes before the file. */
  secretKey: string | undefined;
  dataDir: string;
  /** Several relays may share the database: then they must share the key, too. */
  isShared: boolean;
}

/**
 * Secrets of sites are made from one key of the installation and a number in the database. So the database, its backups
 * and its dumps hold none of them (P32), and the same one can be made again.
 */
export function createIdentities(place: SecretKeyPlace): Identities {
  let key: Buffer | undefined;
  const secretOf = (siteId: string, id: string) => {
    key ??= readKey(place);
    const bytes = hkdfSync('sha256', key, Buffer.from(siteId), Buffer.from(`deskbell identity ${id}`), KEY_BYTES);
    return PREFIX + Buffer.from(bytes).toString('base64url');
  };
  return {
    secretOf,
    async readClaims(token, siteId, ids) {
      for (const id of ids) {
        try {
          // The only algorithm: what a token says of itself chooses nothing.
          const { payload } = await compactVerify(token, Buffer.from(secretOf(siteId, id)), { algorithms: ['HS256'] });
          const claims: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
          return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined;
        } catch (error) {
          if (!(error instanceof errors.JOSEError) && !(error instanceof SyntaxError) && !(error instanceof TypeError))
            throw error;
        }
      }
      return undefined;
    },
  };
}

function readKey({ secretKey, dataDir, isShared }: SecretKeyPlace): Buffer {
  if (secretKey !== undefined) return stretch(secretKey);
  const file = join(dataDir, FILE);
  if (isShared && !existsSync(file))
    throw new SecretKeyMissing(
      'Set SECRET_KEY to a text of 32 characters or more, the same for every relay of this database.',
    );
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // Two that start at once: the second finds the first one's.
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return stretch(readFileSync(file, 'utf8').trim());
}

/** Any text becomes a key of one length. */
function stretch(text: string): Buffer {
  return createHmac('sha256', 'deskbell secret key').update(text).digest();
}
