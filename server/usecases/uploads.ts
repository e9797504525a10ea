import {
  UPLOADS_BURST_MAX,
  UPLOADS_FINISHING_MAX,
  UPLOADS_PER_SECOND_MAX,
  UPLOADS_WAITING_MAX,
} from '../../protocol/wire/limits.ts';
import type { Context } from './context.ts';
import type { FileVault } from './file-vault.ts';
import { createRateLimit, type RateLimit } from './limit-rate.ts';

export interface UploadParts {
  vault: FileVault;
  /** SHA-256, hex. */
  hashOf(content: readonly Uint8Array[]): string;
  /** 256 random bits: a file's name to the world, and to the vault. */
  newId(): string;
  totalBytesMax: number;
}

/** Uploads under way: who has how many, and the turn in which files are looked through. */
export interface Uploads extends UploadParts {
  underWay: Map<string, { sender: string; at: number }>;
  starts: RateLimit;
  /** Resolves when it is this one's turn; the answer ends the turn. Undefined: too many wait, or this one does already. */
  turn(name: string): Promise<(() => void) | undefined>;
}

export function createUploads(context: Pick<Context, 'clock'>, parts: UploadParts): Uploads {
  let free = UPLOADS_FINISHING_MAX;
  const waiting: (() => void)[] = [];
  const finishing = new Set<string>();
  const end = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    ...parts,
    underWay: new Map(),
    starts: createRateLimit(context.clock, {
      burst: UPLOADS_BURST_MAX,
      perSecond: UPLOADS_PER_SECOND_MAX,
    }),
    async turn(name) {
      if (finishing.has(name) || (free === 0 && waiting.length >= UPLOADS_WAITING_MAX)) return undefined;
      finishing.add(name);
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return () => {
        finishing.delete(name);
        end();
      };
    },
  };
}
