import type { Outgoing } from '../../protocol/client/outbox.ts';
import { type Ahead, createOutboxKeep, type OutboxKeep, type OutboxStore } from '../../protocol/client/outbox-keep.ts';
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

/** Its own database is no use to a note: one that is taken by another build, or another way, must not become a message. */
const NO_STORE: OutboxStore = {
  load: async () => [],
  put: () => Promise.reject(new Error('Notes stay ahead.')),
  remove: async () => {},
};

/** This agent's unsent notes: under names of their own, where no list of messages looks (T10). */
export function createNoteKeep({ memory, clock, agentId }: Omit<DeskKeepParts, 'outbox'>): OutboxKeep {
  return createOutboxKeep({ clock, ahead: aheadIn(memory, privateKey(agentId, 'noted:')), store: NO_STORE });
}

/** This agent's unsent messages. What another agent left here is taken away, as with all that is private. */
export function createDeskKeep({ memory, outbox, clock, agentId }: DeskKeepParts): OutboxKeep {
  const prefix = privateKey(agentId, 'out:');
  const isMine = (item: OwnedOutgoing) => item.owner === agentId;
  return createOutboxKeep({
    clock,
    ahead: aheadIn(memory, prefix),
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

function aheadIn(memory: Memory, prefix: string): Ahead {
  return {
    ids: () => memory.keys(prefix).map((key) => key.slice(prefix.length)),
    read: (id) => memory.read(prefix + id),
    write: (id, text) => (text === null ? memory.remove(prefix + id) : memory.write(prefix + id, text)),
    listen: (changed) => memory.listen(prefix, changed),
  };
}
