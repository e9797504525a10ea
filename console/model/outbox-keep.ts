import type { Outgoing } from '../../protocol/client/outbox.ts';
import type { OutboxKeep } from '../../protocol/client/sender.ts';
import type { Memory } from './ports.ts';
import { privateKey } from './private-memory.ts';

/** One key for each message, so that two tabs never write over each other's. */
export function createOutboxKeep(memory: Memory, agentId: string): OutboxKeep {
  const prefix = privateKey(agentId, 'out:');
  return {
    load: () => memory.keys(prefix).flatMap((key) => parse(memory.read(key))),
    put: (item) => memory.write(prefix + item.clientId, JSON.stringify(item)),
    remove: (clientId) => memory.remove(prefix + clientId),
    listen: (changed) => memory.listen(prefix, changed),
  };
}

/** What another version or a hand has written there is skipped, not trusted. */
function parse(text: string | null): Outgoing[] {
  try {
    const item = JSON.parse(text ?? '') as Outgoing;
    const whole = typeof item.clientId === 'string' && typeof item.body === 'string';
    return whole && typeof item.conversationId === 'string' ? [item] : [];
  } catch {
    return [];
  }
}
