import { batch } from '@preact/signals';
import type { Outgoing } from '../../protocol/client/outbox.ts';
import type { VisitorReady } from '../../protocol/wire/events.ts';
import { type Cells, closedOnly } from './chat-state.ts';
import { followConversation } from './conversation.ts';
import { receiveFacts } from './facts.ts';
import { freeOutgoing, outboxOn } from './keep.ts';
import { watchLink } from './link.ts';
import { createSender, postMessage } from './outgoing.ts';
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

  const post = (item: Outgoing) => postMessage(session.connection, item);
  const makeSender = () => createSender({ ports, cells, keep, follower, post });
  let sender = makeSender();

  const onReady = (ready: VisitorReady) =>
    batch(() => {
      cells.refused.value = null;
      cells.available.value = ready.available;
      cells.siteName.value = ready.siteName;
      cells.service.value = closedOnly(ready.service);
      cells.told.value = ready.place ?? null;
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
      sender = makeSender();
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
