import { computed, effect } from '@preact/signals';
import { holdsMessage } from '../../protocol/client/timeline.ts';
import { refusal } from '../../protocol/wire/errors.ts';
import { type ActionParts, createCourse, createWriting } from './actions.ts';
import { type Cells, createCells, type Derived, derive, describe, isWorthKeeping } from './chat-state.ts';
import type { Chat } from './chat-view.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import { NAMES } from './keep.ts';
import type { ChatPorts } from './ports.ts';
import { createRating } from './rating.ts';
import { createReceipts } from './receipts.ts';
import { createTypingOut } from './typing.ts';

/** One visitor's chat on one page: state to show, actions to take. Connects when opened, or when there is a chat (W3). */
export function createChat(ports: ChatPorts): Chat {
  const cells = createCells(ports);
  const delivery: Delivery = createDelivery(ports, cells, () => receipts.repeat());
  const { session, follower, link, typing } = delivery;
  const { connection } = session;
  const receipts = createReceipts(ports.clock, async (receipt) => (await connection.send('receipt:set', receipt)).ok);
  const derived = derive(cells, follower.timeline, ports, session.relayNow);
  const typingOut = createTypingOut(ports.clock, (now) => {
    const conversationId = derived.timeline.value?.conversationId;
    if (conversationId && derived.standing.value?.status !== 'closed')
      void connection.send('typing:set', { conversationId, typing: now });
  });
  const rating = createRating(async (score, comment, more) => {
    const conversationId = derived.timeline.value?.conversationId;
    const episode = derived.standing.value?.episode;
    if (!conversationId || !episode) return refusal('not_found');
    const answer = await connection.send('conversation:rate', { conversationId, episode, score, comment, ...more });
    if (answer.ok) follower.readerOf(conversationId)?.addHead(answer.value.seq);
    return answer;
  });
  const parts: ActionParts = { ports, cells, derived, delivery, typingOut, rating };
  const stops = [
    keepConnected(parts),
    tellReceipts(cells, derived, receipts),
    clearLanded(cells, delivery),
    watchPage(parts),
    watchTabs(parts),
  ];
  return {
    ...cells,
    ...derived,
    ...describe(cells, derived, session.relayNow),
    ...createWriting(parts),
    ...createCourse(parts),
    status: computed(() => derived.standing.value?.status ?? 'none'),
    shelf: ports.shelf,
    ask: (name, payload) => connection.send(name, payload),
    token: () => ports.shelf.read(NAMES.token),
    where: ports.page.where,
    now: session.relayNow,
    catchUp: follower.catchUp,
    drop: follower.drop,
    reread: () => delivery.sender().reload(),
    link: link.link,
    agentTyping: typing.typing,
    rating,
    dispose() {
      for (const stop of stops) stop();
      receipts.dispose();
      delivery.dispose();
    },
  };
}

/** Connected while somebody looks or something is under way; the loader is told of the latter for the next page. */
function keepConnected({ ports, cells, derived, delivery }: ActionParts): () => void {
  const { shelf } = ports;
  const { session } = delivery;
  const worth = computed(() => isWorthKeeping(cells, derived, shelf.read(NAMES.chat) !== null));
  const wanted = computed(() => !cells.away.value && (cells.open.value || worth.value));
  const stopMark = effect(() => {
    const mark = worth.value ? '1' : null;
    if (mark !== shelf.read(NAMES.chat)) shelf.write(NAMES.chat, mark);
  });
  // What starting reads on its way is no reason to start again.
  const stopLink = wanted.subscribe((now) => {
    if (now) {
      delivery.openOutbox();
      return session.start();
    }
    session.stop();
    delivery.link.dispose();
  });
  return () => {
    stopMark();
    stopLink();
  };
}

function tellReceipts(cells: Cells, derived: Derived, receipts: ReturnType<typeof createReceipts>): () => void {
  return effect(() => {
    const timeline = derived.timeline.value;
    const last = timeline?.entries.findLast((entry) => entry.kind === 'message' && entry.author === 'agent');
    if (!timeline || !last) return;
    const { conversationId, marks } = timeline;
    if (derived.looksAt.value && derived.readSeq.value < last.seq) cells.seen.value = { conversationId, seq: last.seq };
    const readSeq = Math.min(derived.readSeq.value, last.seq);
    if (marks.visitorDelivered >= last.seq && marks.visitorRead >= readSeq) return;
    receipts.raise({ conversationId, deliveredSeq: last.seq, readSeq });
  });
}

/** What the timeline holds by now needs no second place. */
function clearLanded(cells: Cells, { follower }: Delivery): () => void {
  return effect(() => {
    const timeline = follower.timeline.value;
    const waiting = cells.landing.value;
    const left = waiting.filter((item) => timeline && !holdsMessage(timeline, item.clientId));
    if (left.length < waiting.length) cells.landing.value = left;
  });
}

function watchPage({ ports, cells, delivery }: ActionParts): () => void {
  return ports.page.listen((what) => {
    // A page that sleeps hears nothing: it leaves the link and the lead to others, and comes back by catching up (W17).
    // On its way out a page is also hidden, after `pagehide`: that must not bring the link back (W17).
    if (what !== 'hidden') cells.away.value = what === 'away';
    if (what === 'shown' || what === 'hidden') cells.visible.value = what === 'shown';
    if (what === 'shown' || what === 'back') delivery.session.connection.wake();
  });
}

/** Other tabs of this visitor: what they start, leave behind or skip holds here too (W8). */
function watchTabs({ ports, cells, delivery }: ActionParts): () => void {
  return ports.shelf.listen((name) => {
    const text = ports.shelf.read(name);
    if (name === NAMES.left) cells.left.value = text;
    else if (name === NAMES.skipped) cells.skipped.value = text;
    else if (name === NAMES.muted) cells.muted.value = text;
    // A chat began elsewhere: what we knew of there being none is old.
    else if (name === NAMES.chat && text !== null && delivery.session.connection.state.status !== 'online')
      cells.heard.value = false;
    // Signed out in another tab, which takes all away: what was being written here was that person's (I6). A token that the relay
    // does not know any more leaves the chat's mark.
    if (
      /^(?:token|chat)$/.test(name) &&
      ports.shelf.read(NAMES.token) === null &&
      ports.shelf.read(NAMES.chat) === null
    ) {
      ports.tab.write(NAMES.draft, null);
      cells.draft.value = cells.email.value = '';
    }
  });
}
