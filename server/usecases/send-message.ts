import type { Placed, SendIn } from '../../protocol/wire/events.ts';
import { decideMessage } from '../domain/conversation.ts';
import type { NewFile } from '../store/file-store.ts';
import type { Appended, CidConflict, Conversation, Duplicate, NewMessage, Stale } from '../store/store.ts';
import type { AnsweredMeanwhile, NothingQuoted } from '../store/thread-store.ts';
import type { AgentSubject, Context, Done, VisitorSubject } from './context.ts';
import { answered, refused, tellEntries } from './finish.ts';
import { actorOf, loadConversation } from './load-conversation.ts';
import { openingAgain } from './opening-again.ts';
import { readStage } from './read-stage.ts';
import { recentConversationsOf } from './recent-conversations.ts';
import { retryStale } from './retry-stale.ts';
import { readServiceTold } from './service-book.ts';
import { withoutCards } from './without-cards.ts';

type Written = Appended | Duplicate | CidConflict | Stale | AnsweredMeanwhile | NothingQuoted;

/** No conversation has this version: a write that expects it answers only whether the message is a repeat. */
const NO_VERSION = -1;

/**
 * A message of the visitor or of the agent who serves the conversation (C3–C6). The hot path: the state is remembered
 * from the message before, and the version in the write makes an old memory harmless.
 */
export async function sendMessage(
  context: Context,
  subject: VisitorSubject | AgentSubject,
  written: SendIn,
  file?: NewFile,
): Promise<Done<Placed>> {
  const input =
    subject.kind === 'visitor' ? { ...written, body: await withoutCards(context, subject, written.body) } : written;
  const recent = recentConversationsOf(context.store);
  return retryStale(async () => {
    const remembered = recent.find(input.conversationId);
    // Only a plain "append" is believed from memory; every other decision is made on what is stored now.
    if (remembered && decideMessage(remembered, actorOf(subject), context.clock.now(), false).do === 'append') {
      const done = finish(await append(context, subject, input, remembered, file));
      if (done === 'stale') recent.forget(input.conversationId);
      return done;
    }
    const state = await loadConversation(context, subject, input.conversationId);
    if (!state) return refused('not_found');
    recent.remember(state);
    return decideAndStore(context, subject, input, state, file);
  });
}

async function decideAndStore(
  context: Context,
  subject: VisitorSubject | AgentSubject,
  input: SendIn,
  state: Conversation,
  file: NewFile | undefined,
): Promise<Done<Placed> | 'stale'> {
  const actor = actorOf(subject);
  const latest = state.status === 'closed' && actor.kind === 'visitor' ? await isLatest(context, state) : false;
  const decision = decideMessage(state, actor, context.clock.now(), latest);
  switch (decision.do) {
    case 'append':
      return finish(await append(context, subject, input, state, file));
    case 'reopen':
      recentConversationsOf(context.store).forget(state.id);
      return finish(
        await context.store.reopenConversation({
          conversationId: state.id,
          expectVersion: state.version,
          message: message(context, subject, input, file),
          held: !(await readServiceTold(context, state.siteId)).open,
          opening: await openingAgain(context, state),
          purchaseStage: await readStage(context, state),
        }),
      );
    case 'refuse': {
      // C3: what was stored once is answered as stored, also when the state would not allow it any more.
      const repeat = await append(context, subject, input, { id: state.id, version: NO_VERSION }, file);
      return repeat.result === 'stale' ? refused(decision.error) : finish(repeat);
    }
  }
}

function append(
  context: Context,
  subject: VisitorSubject | AgentSubject,
  input: SendIn,
  state: Pick<Conversation, 'id' | 'version'>,
  file: NewFile | undefined,
): Promise<Written> {
  return context.store.appendMessage({
    conversationId: state.id,
    expectVersion: state.version,
    message: message(context, subject, input, file),
  });
}

function message(
  context: Context,
  subject: VisitorSubject | AgentSubject,
  input: SendIn,
  file: NewFile | undefined,
): NewMessage {
  const written: NewMessage = {
    author: subject.kind,
    authorId: subject.kind === 'visitor' ? subject.visitorId : subject.agent.id,
    clientId: input.clientId,
    body: input.body,
    at: context.clock.now(),
  };
  if (file) written.file = file;
  if (input.quote !== undefined) written.quote = input.quote;
  if (input.seenSeq !== undefined) written.seenSeq = input.seenSeq;
  return written;
}

async function isLatest(context: Context, state: Conversation): Promise<boolean> {
  return (await context.store.findLatestConversation(state.visitorId))?.id === state.id;
}

function finish(written: Written): Done<Placed> | 'stale' {
  switch (written.result) {
    case 'stale':
      return 'stale';
    case 'cid_conflict':
      return refused('cid_conflict');
    case 'answered_meanwhile':
      return refused('answered_meanwhile', {
        hint: 'A colleague answered after seenSeq. Without it, it is sent anyway.',
      });
    case 'nothing_quoted':
      return refused('invalid_payload', { field: 'quote', hint: 'Name the seq of a message of this conversation.' });
    case 'duplicate':
      return answered({ seq: written.seq, at: written.at });
    case 'appended':
      return answered({ seq: written.seq, at: written.at }, tellEntries(written), written.queued);
  }
}
