import type { Nothing } from '../../../protocol/wire/events.ts';
import { VISIBLE_LEASE_MS } from '../../../protocol/wire/notice-limits.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered } from '../finish.ts';

/** A console of this browser is on the screen, for a while; or none is any more (NT6). */
export async function setVisible(
  context: Context,
  subject: AgentSubject,
  input: { visible: boolean },
): Promise<Done<Nothing>> {
  const until = input.visible ? context.clock.now() + VISIBLE_LEASE_MS : 0;
  await context.store.setVisible({ sessionId: subject.sessionId, until });
  return answered({});
}
