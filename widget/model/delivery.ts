import { batch } from '@preact/signals';
import type { Outgoing } from '../../protocol/client/outbox.ts';
import { Sender, type Stored } from '../../protocol/client/sender.ts';
import { holdsMessage } from '../../protocol/client/timeline.ts';
import { type Answer, success } from '../../protocol/wire/errors.ts';
import type { VisitorReady } from '../../protocol/wire/events.ts';
import type { Cells } from './chat-state.ts';
import { followConversation } from './conversation.ts';
import { receiveFacts } from './facts.ts';
import { freeOutgoing, outboxOn } from './keep.ts';
import { watchLink } from './link.ts';
import type { ChatPorts } from './ports.ts';
import { openSession } from './session.ts';
import { createTypingIn } from './typing.ts';

export type Delivery = ReturnType<typeof createDelivery>;

/** The way out (outbox, sender) and the way in (session, facts, follower) of one visitor's chat. */
export function createDelivery(ports: ChatPorts, cells: Cells, onOnline: () => void) {
  const link = watchLink(ports.clock);
  const typing = createTypingIn(ports.clock);
  const keep = outboxOn(ports.shelf);
  const follower = followConversation((position) => session.connection.send('conversation:sync', position));

  const onStored = (item: Outgoing, stored: Stored) => {
    const { clientId, body } = item;
    const { conversationId, seq, at } = stored;
    batch(() => {
      const reader = follower.readerOf(conversationId);
      reader?.addEntry({ kind: 'message', author: 'visitor', seq, at, clientId, body });
      // Not next in line: it stays visible while the reader asks for what comes before it.
      if (reader && !holdsMessage(reader.timeline, clientId)) cells.landing.value = [...cells.landing.value, item];
    });
  };
  const createSender = () => {
    const made = new Sender({
      clock: ports.clock,
      keep,
      post: (item) => post(item),
      onChange: (outbox) => {
        cells.outgoing.value = outbox;
      },
      onStored,
      onHeld: (error) => {
        if (error) cells.notice.value = { what: 'held', error };
        else if (cells.notice.value?.what === 'held') cells.notice.value = null;
      },
    });
    cells.outgoing.value = made.outbox;
    return made;
  };
  let sender = createSender();

  const post = async (item: Outgoing): Promise<Answer<Stored>> => {
    const { conversationId, clientId, body, email, page } = item;
    if (conversationId === null) {
      return session.connection.send('conversation:open', { clientId, body, email, page });
    }
    const answer = await session.connection.send('message:send', { conversationId, clientId, body });
    return answer.ok ? success({ ...answer.value, conversationId }) : answer;
  };

  const onReady = (ready: VisitorReady) =>
    batch(() => {
      cells.refused.value = null;
      cells.available.value = ready.available;
      cells.siteName.value = ready.siteName;
      for (const page of ready.conversations) follower.readerOf(page.conversationId)?.addPage(page);
      cells.heard.value = true;
      // Said here too: a change of carrier greets without a change of state.
      link.enter({ status: 'online' });
      follower.catchUp();
      sender.resume();
      onOnline();
    });

  const receive = receiveFacts(cells, follower, typing);
  const session = openSession({
    ports,
    timeline: () => follower.timeline.value,
    onReady,
    onStale: follower.drop,
    onForget() {
      follower.drop();
      sender.dispose();
      freeOutgoing(keep);
      sender = createSender();
    },
    onRefused: (error) => {
      cells.refused.value = error;
    },
    onEvent(event) {
      if (event.kind === 'state') {
        link.enter(event.state);
        if (event.state.status !== 'online') {
          sender.pause();
          typing.set(false);
        }
      }
      batch(() => receive(event));
    },
  });

  return { link, typing, follower, session, sender: () => sender };
}
