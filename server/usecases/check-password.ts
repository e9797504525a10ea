import {
  SIGN_IN_ACCOUNT_FAILURES_MAX,
  SIGN_IN_ADDRESS_WINDOW_MS,
  SIGN_IN_KNOWN_MS,
  SIGN_IN_WINDOW_MS,
} from '../../protocol/wire/limits.ts';
import { readAddressBlock } from '../domain/address-block.ts';
import { decideSignIn, delayAfter } from '../domain/sign-in.ts';
import type { Context } from './context.ts';

export type PasswordCheck = { result: 'right' } | { result: 'wrong' } | { result: 'wait'; retryAfterMs: number };

interface Attempt {
  email: string;
  /** Undefined for an e-mail that nobody has: the same work, the same counting. */
  passwordHash: string | undefined;
  password: string;
  /** The caller's address; only a hash of its block is kept. */
  addressKey: string;
}

/**
 * Looks at a password within the limits (A1–A3, A9). The try is counted before it is made and taken back when it was right,
 * so that a thousand tries at once count as a thousand. Beyond the limit one try a delay is let through.
 */
export async function checkPassword(context: Context, attempt: Attempt): Promise<PasswordCheck> {
  const { store, clock } = context;
  const at = clock.now();
  const keys = keysOf(context, attempt);
  const { address, known } = keys;

  const counts = await store.readFailures({ keys: [address, known, keys.anywhere.pause, keys.here.pause], at });
  // A9: who signed in from here before has a count of her own here. Strangers use up the other one, and only theirs.
  const isKnown = counts[known] !== undefined;
  const { account, pause } = isKnown ? keys.here : keys.anywhere;
  const wait = decideSignIn(counts[pause], counts[address], at);
  if (wait > 0) return { result: 'wait', retryAfterMs: wait };

  const counted = await store.addFailures({ keys: [{ key: account, windowMs: SIGN_IN_WINDOW_MS }], at });
  const delayMs = delayAfter(counted[account] ?? SIGN_IN_ACCOUNT_FAILURES_MAX);
  if (delayMs > 0) {
    const taken = await store.addFailures({ keys: [{ key: pause, windowMs: delayMs }], at });
    if ((taken[pause] ?? 0) > 1) return { result: 'wait', retryAfterMs: delayMs };
  }

  if (await context.passwords.verify(attempt.passwordHash, attempt.password)) {
    await store.clearFailures([account, pause]);
    if (!isKnown) await store.addFailures({ keys: [{ key: known, windowMs: SIGN_IN_KNOWN_MS }], at });
    return { result: 'right' };
  }
  await store.addFailures({ keys: [{ key: address, windowMs: SIGN_IN_ADDRESS_WINDOW_MS }], at });
  return { result: 'wrong' };
}

/** Only hashes are stored, of the e-mail and of the address block. */
function keysOf({ ids }: Context, { email, addressKey }: Attempt) {
  const who = ids.hash(email);
  const where = ids.hash(readAddressBlock(addressKey));
  return {
    address: `address:${where}`,
    known: `known:${who}:${where}`,
    anywhere: { account: `account:${who}`, pause: `pause:${who}` },
    here: { account: `account:${who}:${where}`, pause: `pause:${who}:${where}` },
  };
}
