import { batch } from '@preact/signals';
import type { Outgoing } from '../../protocol/client/outbox.ts';
import type { OutboxKeep } from '../../protocol/client/outbox-keep.ts';
import { Sender, type Stored } from '../../protocol/client/sender.ts';
import { holdsMessage } from '../../protocol/client/timeline.ts';
import { type Answer, success } from '../../protocol/wire/errors.ts';
import type { Cells } from './chat-state.ts';
import type { Follower } from './conversation.ts';
import { NAMES } from './keep.ts';
import type { ChatPorts, VisitorConnection } from './ports.ts';
import { workFirst } from './work-first.ts';

export interface OutgoingParts {
  ports: ChatPorts;
  cells: Cells;
  keep: OutboxKeep;
  follower: Follower;
  post(item: Outgoing): Promise<Answer<Stored>>;
}

/** The sender of this visitor's messages, joined to what is shown of them. */
export function createSender({ ports, cells, keep, follower, post }: OutgoingParts): Sender {
  /** What somebody else wrote in this browser is neither shown nor sent. Where the page names nobody, the last who was named is here (I5). */
  const isOurs = ({ by }: Outgoing) =>
    !by || by === (ports.subjectOf(ports.who.identity) ?? ports.shelf.read(NAMES.who));
  const sender = new Sender({
    ...ports,
    keep: { ...keep, load: () => keep.load().filter(isOurs) },
    post,
    onChange: (outbox) => {
      cells.outgoing.value = outbox;
    },
    onStored(item, stored) {
      const { clientId, body, quote } = item;
      const { conversationId, seq, at } = stored;
      batch(() => {
        const reader = follower.readerOf(conversationId);
        reader?.addEntry({ kind: 'message', author: 'visitor', seq, at, clientId, body, quote });
        // Not next in line: it stays visible while the reader asks for what comes before it.
        if (reader && !holdsMessage(reader.timeline, clientId)) cells.landing.value = [...cells.landing.value, item];
      });
    },
    onHeld(error) {
      if (error) cells.notice.value = { what: 'held', error };
      else if (cells.notice.value?.what === 'held') cells.notice.value = null;
    },
    // Its conversation is in no database any more (a backup was restored, a visitor erased): the words still go out.
    rescue: (item, error) =>
      error === 'not_found' && item.conversationId !== null ? { ...item, conversationId: null } : undefined,
  });
  cells.outgoing.value = sender.outbox;
  return sender;
}

/** A message without a conversation opens one; where the relay asks for work before that (J18), it is done first. */
export async function postMessage(
  connection: VisitorConnection,
  item: Outgoing,
  worked: ChatPorts['work'],
): Promise<Answer<Stored>> {
  const { conversationId, clientId, body, email, page, leave, intake, quote } = item;
  if (conversationId === null) {
    const open = { clientId, body, email, page, leave, intake };
    return workFirst((work) => connection.send('conversation:open', { ...open, work }), worked);
  }
  const answer = await connection.send('message:send', { conversationId, clientId, body, quote });
  return answer.ok ? success({ ...answer.value, conversationId }) : answer;
}
