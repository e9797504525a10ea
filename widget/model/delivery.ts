import { batch, effect } from '@preact/signals';
import type { Outgoing } from '../../protocol/client/outbox.ts';
import { createOutboxKeep } from '../../protocol/client/outbox-keep.ts';
import type { Sender } from '../../protocol/client/sender.ts';
import { isBehind } from '../../protocol/client/timeline.ts';
import type { VisitorReady } from '../../protocol/wire/events.ts';
import { type Cells, closedOnly } from './chat-state.ts';
import { followConversation } from './conversation.ts';
import { receiveFacts } from './facts.ts';
import { aheadOn, freeOutgoing, NAMES } from './keep.ts';
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
  const keep = createOutboxKeep({ store: ports.outbox, ahead: aheadOn(ports.shelf), clock: ports.clock });
  const follower = followConversation((position) => session.connection.send('conversation:sync', position));

  const post = (item: Outgoing) => postMessage(session.connection, item, ports.work);
  const makeSender = () => createSender({ ports, cells, keep, follower, post });
  let sender = makeSender();

  const onReady = (ready: VisitorReady) =>
    batch(() => {
      cells.refused.value = null;
      cells.available.value = ready.available;
      cells.siteName.value = ready.siteName;
      cells.service.value = closedOnly(ready.service);
      cells.front.value = ready.front ?? null;
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
    timeline: () => follower.timeline.peek(),
    isAwaited: () => cells.open.peek() || cells.outgoing.peek().length > 0,
    onReady,
    onStale: follower.drop,
    onForget() {
      follower.drop();
      sender.dispose();
      freeOutgoing(keep);
      sender = makeSender();
    },
    onTaken: () => leaveBehind(ports, cells, sender),
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

  const dispose = () => {
    stopLag();
    sender.dispose();
    ports.outbox.close();
    session.dispose();
    typing.set(false);
    link.dispose();
  };
  const stopLag = effect(() => link.lag(follower.timeline.value !== null && isBehind(follower.timeline.value)));

  return {
    link,
    typing,
    follower,
    session,
    openOutbox: keep.open,
    sender: () => sender,
    dispose,
  };
}

/** What was written here by whom this page had named is not the next one's (I5). */
function leaveBehind(ports: ChatPorts, cells: Cells, sender: Sender): void {
  for (const { by, clientId } of sender.outbox) by && sender.discard(clientId);
  ports.tab.write(NAMES.draft, null);
  cells.draft.value = cells.email.value = '';
  cells.taken.value += 1;
}
