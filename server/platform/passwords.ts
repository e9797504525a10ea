import { hash, verify } from '@node-rs/argon2';
import { PASSWORD_HASHES_AT_ONCE_MAX, PASSWORD_HASHES_WAITING_MAX } from '../../protocol/wire/limits.ts';
import type { Passwords } from '../usecases/context.ts';
import { createCommonPasswords } from './common-passwords.ts';
import { createHashQueue } from './hash-queue.ts';

/** Argon2id is the library's default algorithm; 19 MiB, two passes, one lane. The hash names its own parameters. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function createPasswords(): Passwords {
  const queued = createHashQueue({ atOnce: PASSWORD_HASHES_AT_ONCE_MAX, waiting: PASSWORD_HASHES_WAITING_MAX });
  const common = createCommonPasswords();
  let dummy: Promise<string> | undefined;

  return {
    common,
    hash: (password) => queued(() => hash(password, COST)),
    async verify(known, password) {
      if (known !== undefined) return queued(() => verify(known, password));
      // An unknown e-mail costs the same as a known one, so that nobody can tell them apart by the clock.
      dummy ??= hash('nobody has this password', COST);
      const stand = await dummy;
      await queued(() => verify(stand, password));
      return false;
    },
  };
}
