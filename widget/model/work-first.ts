import { type Answer, refusal } from '../../protocol/wire/errors.ts';
import type { ChatPorts } from './ports.ts';

/** J18: asks, and where the relay wants work for it, once more with what was found. `unavailable`: that cannot be done now. */
export async function workFirst<Value>(
  ask: (found?: number) => Promise<Answer<Value>>,
  work: ChatPorts['work'],
): Promise<Answer<Value>> {
  const told = await ask();
  if (told.ok || !told.work) return told;
  return work(told.work).then(ask, () => refusal('unavailable'));
}
