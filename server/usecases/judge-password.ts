import { findWeakness } from '../domain/password.ts';
import type { Context } from './context.ts';

/** Why a new password is too weak, as a sentence; undefined when it is good enough (A4). */
export async function judgePassword(
  context: Context,
  password: string,
  owner: { email: string; name: string },
): Promise<string | undefined> {
  const common = await context.passwords.common();
  return findWeakness(password, owner, (form) => common.has(form));
}
