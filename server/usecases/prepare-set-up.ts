import type { Context } from './context.ts';

/**
 * At the start of the relay: while no agent exists, a fresh one-time secret for the first owner's account; otherwise
 * null, and an old one is void (A7).
 */
export async function prepareSetUp(context: Context): Promise<string | null> {
  if ((await context.store.countAgents()) > 0) {
    await context.store.setSetUp(null);
    return null;
  }
  const secret = context.ids.secret('set');
  await context.store.setSetUp(context.ids.hash(secret));
  return secret;
}
