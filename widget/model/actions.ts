import { batch } from '@preact/signals';
import { OUTBOX_MESSAGES_MAX } from '../../protocol/wire/limits.ts';
import type { Cells, Derived } from './chat-state.ts';
import type { ChatActions } from './chat-view.ts';
import type { Delivery } from './delivery.ts';
import { NAMES } from './keep.ts';
import type { ChatPorts } from './ports.ts';
import type { Rating } from './rating.ts';
import { cleanText, isEmail, isSendable } from './text.ts';
import type { createTypingOut } from './typing.ts';

export interface ActionParts {
  ports: ChatPorts;
  cells: Cells;
  derived: Derived;
  delivery: Delivery;
  typingOut: ReturnType<typeof createTypingOut>;
  rating: Rating;
}

type WritingActions = Pick<
  ChatActions,
  'write' | 'writeEmail' | 'send' | 'say' | 'leaveEmail' | 'retry' | 'discard' | 'leaveWithUs'
>;

/** Everything with text in it. */
export function createWriting({ ports, cells, derived, delivery, typingOut }: ActionParts): WritingActions {
  const write = (draft: string) => {
    cells.draft.value = draft;
    ports.tab.write(NAMES.draft, draft || null);
    typingOut.wrote(draft);
  };
  /** The typed address; undefined: none, null: wrong, and said so. */
  const takeEmail = () => {
    const email = cells.email.value.trim();
    cells.emailWrong.value = email !== '' && !isEmail(email);
    return cells.emailWrong.value ? null : email || undefined;
  };
  const leaveEmail = () => {
    const email = takeEmail();
    const conversationId = derived.timeline.value?.conversationId;
    if (!email || !conversationId) return;
    void delivery.session.connection.send('conversation:contact', { conversationId, email }).then((answer) => {
      if (!answer.ok) cells.notice.value = { what: 'contact_failed' };
      else if (cells.email.value.trim() === email) cells.email.value = '';
      if (answer.ok) delivery.follower.readerOf(conversationId)?.addHead(answer.value.seq);
    });
  };

  const say = createSay({ ports, cells, derived, delivery, typingOut }, leaveEmail);

  return {
    write,
    writeEmail(email) {
      cells.email.value = email;
      cells.emailWrong.value = false;
    },
    send() {
      const body = cells.draft.value;
      const email = derived.screen.value === 'nobody' ? takeEmail() : undefined;
      if (!isSendable(body) || email === null) return;
      batch(() => {
        if (!say(body, email, cells.quote.peek()?.seq)) return;
        write('');
        cells.quote.value = null;
      });
    },
    say,
    leaveEmail,
    retry(clientId) {
      const failed = cells.outgoing.value.find((item) => item.clientId === clientId);
      // What its conversation does not take any more begins a new one; an id that names another text is no use again.
      const lost = failed?.error === 'conversation_closed' || failed?.error === 'not_found';
      const taken = failed?.error === 'cid_conflict';
      const intake = cells.intake.value;
      delivery.sender().retry(clientId, {
        ...(lost && { conversationId: null }),
        ...(taken && { clientId: ports.newClientId() }),
        intake,
      });
    },
    discard: (clientId) => delivery.sender().discard(clientId),
    leaveWithUs(clientId) {
      const email = takeEmail();
      if (email === null) return;
      delivery.sender().retry(clientId, { conversationId: null, leave: true, email });
      cells.email.value = '';
    },
  };
}

/** Puts a text among what is to be sent; false where no more can be kept. */
function createSay(
  { ports, cells, derived, delivery, typingOut }: Omit<ActionParts, 'rating'>,
  leaveEmail: () => void,
) {
  return (body: string, email?: string, quote?: number) => {
    const conversationId = derived.timeline.value?.conversationId ?? null;
    // A conversation that is being opened takes the address along; one that goes on is told apart.
    if (conversationId) leaveEmail();
    return batch(() => {
      const taken = delivery.sender().add({
        clientId: ports.newClientId(),
        conversationId,
        body: cleanText(body),
        email,
        quote,
        by: ports.subjectOf(ports.who.identity),
        ...(conversationId === null && { page: ports.page.where(), intake: cells.intake.value }),
      });
      if (!taken) {
        cells.notice.value = { what: 'outbox_full', max: OUTBOX_MESSAGES_MAX };
        return false;
      }
      typingOut.forget();
      // Who answers has seen what was new.
      cells.unreadAfter.value = null;
      if (!conversationId) cells.email.value = '';
      return true;
    });
  };
}

type CourseActions = Omit<ChatActions, keyof WritingActions | 'ask'>;

/** Opening, ending, going on. */
export function createCourse({ ports, cells, derived, delivery, typingOut, rating }: ActionParts): CourseActions {
  const { shelf } = ports;
  return {
    setOpen(open) {
      if (open === cells.open.value) return;
      batch(() => {
        if (open) cells.unreadAfter.value = derived.unread.value > 0 ? derived.readSeq.value : null;
        cells.open.value = open;
      });
      if (!open) typingOut.stop();
    },
    end() {
      const conversationId = derived.timeline.value?.conversationId;
      if (!conversationId || cells.ending.value) return;
      cells.ending.value = true;
      void delivery.session.connection.send('conversation:close', { conversationId }).then((answer) =>
        batch(() => {
          cells.ending.value = false;
          cells.notice.value = answer.ok ? null : { what: 'end_failed' };
          if (answer.ok) delivery.follower.readerOf(conversationId)?.addHead(answer.value.seq);
        }),
      );
    },
    continueChat() {
      cells.continued.value = derived.episodeKey.value;
    },
    startNew: () =>
      batch(() => {
        const id = derived.timeline.value?.conversationId ?? null;
        shelf.write(NAMES.left, id);
        cells.left.value = id;
        cells.notice.value = null;
        rating.reset();
      }),
    skip() {
      shelf.write(NAMES.skipped, derived.episodeKey.value);
      cells.skipped.value = derived.episodeKey.value;
    },
    mute(on) {
      const text = on ? '1' : null;
      shelf.write(NAMES.muted, text);
      cells.muted.value = text;
    },
  };
}
