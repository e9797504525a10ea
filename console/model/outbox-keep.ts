import type { Outgoing } from '../../protocol/client/outbox.ts';
import { createOutboxKeep, type OutboxKeep, type OutboxStore } from '../../protocol/client/outbox-keep.ts';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { Memory } from './ports.ts';
import { privateKey } from './private-memory.ts';

/** As it lies in this browser's database. Desks share machines, so each message says whose it is. */
export type OwnedOutgoing = Outgoing & { owner: string };

export interface DeskKeepParts {
  memory: Memory;
  outbox: OutboxStore<OwnedOutgoing>;
  clock: Clock;
  agentId: string;
}

/** This agent's unsent messages. What another agent left here is taken away, as with all that is private. */
export function createDeskKeep({ memory, outbox, clock, agentId }: DeskKeepParts): OutboxKeep {
  const prefix = privateKey(agentId, 'out:');
  const isMine = (item: OwnedOutgoing) => item.owner === agentId;
  return createOutboxKeep({
    clock,
    ahead: {
      ids: () => memory.keys(prefix).map((key) => key.slice(prefix.length)),
      read: (id) => memory.read(prefix + id),
      write: (id, text) => (text === null ? memory.remove(prefix + id) : memory.write(prefix + id, text)),
      listen: (changed) => memory.listen(prefix, changed),
    },
    store: {
      ...outbox,
      put: (item) => outbox.put({ ...item, owner: agentId }),
      async load() {
        const all = await outbox.load();
        for (const item of all) if (!isMine(item)) outbox.remove(item.clientId).catch(() => {});
        return all.filter(isMine);
      },
    },
  });
}
