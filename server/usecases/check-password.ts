import {
  SIGN_IN_ACCOUNT_FAILURES_MAX,
  SIGN_IN_ADDRESS_WINDOW_MS,
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
 * Looks at a password within the limits (A1–A3). The try is counted before it is made and taken back when it was right, so
 * that a thousand tries at once count as a thousand. Beyond the limit one try a delay is let through.
 */
export async function checkPassword(context: Context, attempt: Attempt): Promise<PasswordCheck> {
  const { store, ids, clock } = context;
  const account = `account:${ids.hash(attempt.email)}`;
  const pause = `pause:${ids.hash(attempt.email)}`;
  const address = `address:${ids.hash(readAddressBlock(attempt.addressKey))}`;
  const at = clock.now();

  const known = await store.readFailures({ keys: [pause, address], at });
  const wait = decideSignIn(known[pause], known[address], at);
  if (wait > 0) return { result: 'wait', retryAfterMs: wait };

  const counted = await store.addFailures({ keys: [{ key: account, windowMs: SIGN_IN_WINDOW_MS }], at });
  const delayMs = delayAfter(counted[account] ?? SIGN_IN_ACCOUNT_FAILURES_MAX);
  if (delayMs > 0) {
    const taken = await store.addFailures({ keys: [{ key: pause, windowMs: delayMs }], at });
    if ((taken[pause] ?? 0) > 1) return { result: 'wait', retryAfterMs: delayMs };
  }

  if (await context.passwords.verify(attempt.passwordHash, attempt.password)) {
    await store.clearFailures([account, pause]);
    return { result: 'right' };
  }
  await store.addFailures({ keys: [{ key: address, windowMs: SIGN_IN_ADDRESS_WINDOW_MS }], at });
  return { result: 'wrong' };
}
