import type { Lead } from '../../../protocol/client/lead.ts';
import type { Outgoing } from '../../../protocol/client/outbox.ts';
import type { OutboxKeep } from '../../../protocol/client/outbox-keep.ts';
import { Sender, type Stored } from '../../../protocol/client/sender.ts';
import type { Random } from '../../../protocol/kit/random.ts';
import { type Answer, remedyOf } from '../../../protocol/wire/errors.ts';
import { systemClock } from '../../../server/platform/system-clock.ts';
import type { History } from './history.ts';

export interface SenderParts {
  client: string;
  history: History;
  random: Random;
  /** Null before the first message of a visitor has opened one. */
  conversationId(): string | null;
  post(item: Outgoing): Promise<Answer<Stored>>;
  onStored(item: Outgoing, stored: Stored): void;
  onChange(): void;
}

/** The project's sender over a memory, with a history line for every press of Enter and every answer. */
export function recordedSender(parts: SenderParts): Sender {
  const { client, history } = parts;
  return new Sender({
    clock: systemClock,
    random: parts.random,
    keep: memoryKeep(),
    lead: onlyTab(),
    async post(item) {
      const answer = await parts.post(item);
      const conversationId = answer.ok ? answer.value.conversationId : (item.conversationId ?? '?');
      const line = { client, conversationId, clientId: item.clientId };
      if (answer.ok) history.add({ ...line, kind: 'ok', seq: answer.value.seq });
      else if (remedyOf(answer.error) === 'never') history.add({ ...line, kind: 'fail', error: answer.error });
      else history.add({ ...line, kind: 'info', error: answer.error });
      return answer;
    },
    onChange: parts.onChange,
    onStored: parts.onStored,
  });
}

let written = 0;

/** What happens when a person presses Enter. False: the outbox is full, and the text stays in the box. */
export function pressEnter(parts: SenderParts, sender: Sender, body?: string): boolean {
  const { client, history } = parts;
  const conversationId = parts.conversationId();
  written += 1;
  const clientId = `${Date.now().toString(36)}-${client}-${String(written).padStart(8, '0')}`;
  const before = history.lines.length;
  history.add({ client, conversationId: conversationId ?? '?', kind: 'invoke', clientId });
  const kept = sender.add({ clientId, conversationId, body: body ?? `text ${clientId}` });
  // Nothing was sent, so nothing happened.
  if (!kept) history.lines.splice(before, 1);
  return kept;
}

function memoryKeep(): OutboxKeep {
  const items = new Map<string, Outgoing>();
  return {
    open: () => {},
    isOpen: () => true,
    load: () => [...items.values()],
    put: (item) => items.set(item.clientId, item),
    remove: (clientId) => items.delete(clientId),
    listen: () => () => {},
  };
}

/** Nobody to agree with: it leads whenever it wants to. */
function onlyTab(): Lead {
  let wanted = false;
  let told = () => {};
  return {
    holds: () => wanted,
    want(now) {
      if (now === wanted) return;
      wanted = now;
      told();
    },
    take: () => {},
    wrote: () => {},
    listen(changed) {
      told = changed;
    },
  };
}
