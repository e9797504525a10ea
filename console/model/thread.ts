import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Outgoing } from '../../protocol/client/outbox.ts';
import { Reader } from '../../protocol/client/reader.ts';
import type { Sender } from '../../protocol/client/sender.ts';
import { emptyTimeline, type Standing, standingOf, type Timeline } from '../../protocol/client/timeline.ts';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { Answer, ErrorCode } from '../../protocol/wire/errors.ts';
import type { AgentCommands, Placed, Position } from '../../protocol/wire/events.ts';
import { MESSAGE_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { AgentCard, AgentProfile, Ask, ConversationSummary, Entry, SyncPage } from '../../protocol/wire/model.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { AgentConnection, AgentEvent } from './agent-link.ts';
import { Answering } from './answering.ts';
import { Around, firstOf, teamOf } from './around.ts';
import { askPage } from './ask-page.ts';
import type { Drafts } from './drafts.ts';
import { Earlier } from './earlier.ts';
import { withEarlier } from './earlier-items.ts';
import { Hand } from './hand.ts';
import type { Notes } from './notes.ts';
import { participantsOf } from './participants.ts';
import type { NewClientId } from './ports.ts';
import type { Receipts } from './receipts.ts';
import { Revising } from './revising.ts';
import { itemsOf, type Quote, quoteOf, type ThreadItem } from './thread-items.ts';
import { Typing } from './typing.ts';

export interface ThreadParts {
  conversationId: string;
  connection: AgentConnection;
  sender: Pick<Sender, 'add' | 'retry' | 'discard'>;
  outbox: ReadonlySignal<readonly Outgoing[]>;
  drafts: Drafts;
  receipts: Receipts;
  notes: Notes;
  /** The line of the list, if it holds this conversation. */
  summary(): ConversationSummary | undefined;
  clock: Clock;
  newClientId: NewClientId;
  me: AgentCard & Pick<AgentProfile, 'role'>;
  dayOf(at: number): string;
  looking(): boolean;
  /** The relay's time. */
  now(): number;
}

/** Why the person may not write here; null: she may. */
export type Barrier = 'loading' | 'queued' | 'colleague' | 'closed' | null;
export type CloseOutcome = NonNullable<AgentCommands['conversation:close']['in']['outcome']>;

/** One open conversation: its entries complete and in order, what I write, who is writing. */
export class Thread {
  readonly id: string;
  readonly textCharsMax = MESSAGE_CHARS_MAX;
  readonly timeline;
  readonly state = signal<'loading' | 'ready' | 'failed' | 'missing'>('loading');
  readonly draft;
  readonly closing = signal(false);
  readonly typing: Typing;
  readonly standing: ReadonlySignal<Standing>;
  readonly items: ReadonlySignal<ThreadItem[]>;
  readonly barrier: ReadonlySignal<Barrier>;
  /** Colleagues who write beside the serving agent. */
  readonly participants: ReadonlySignal<AgentCard[]>;
  /** A question to a colleague that is open. */
  readonly ask: ReadonlySignal<Ask | null>;
  readonly notes: Notes;
  readonly hand: Hand;
  /** What the box at the foot writes; starts as a reply with every conversation. */
  readonly mode = signal<'reply' | 'note'>('reply');
  /** C7: who serves it may end it; one that waits also an admin or owner. */
  readonly mayClose: ReadonlySignal<boolean>;
  readonly answering: Answering;
  readonly revising: Revising;
  readonly earlier: Earlier;
  /** Where a link leads, before the whole is read. */
  readonly around: Around;
  /** The message that the one in the box answers. */
  readonly quoted: ReadonlySignal<Quote | null>;
  /** The visitor's messages after this `seq` are new to me; null: none is. */
  readonly unreadAfter = signal<number | null>(null);
  readonly #parts: ThreadParts;
  readonly #reader: Reader;

  constructor(parts: ThreadParts) {
    this.#parts = parts;
    this.id = parts.conversationId;
    this.timeline = signal<Timeline>(emptyTimeline(parts.conversationId));
    this.draft = signal(parts.drafts.read(parts.conversationId));
    const conversationId = parts.conversationId;
    this.typing = new Typing({
      clock: parts.clock,
      tell: (typing) => void parts.connection.send('typing:set', { conversationId, typing }),
    });
    this.#reader = new Reader({
      conversationId,
      sync: (position) => this.#sync(position),
      onChange: (timeline) => {
        this.timeline.value = timeline;
      },
    });
    this.standing = computed(() => standingOf(this.timeline.value));
    this.participants = computed(() => participantsOf(this.timeline.value.entries));
    this.ask = computed(() => parts.summary()?.ask ?? null);
    this.notes = parts.notes;
    const { connection, me } = parts;
    const { standing, participants, ask } = this;
    this.hand = new Hand({ conversationId, connection, me, standing, participants, ask });
    this.answering = new Answering(parts.clock);
    this.earlier = new Earlier(conversationId, connection);
    this.around = new Around(conversationId, parts, this.timeline);
    this.revising = new Revising({
      ...{ conversationId, connection, newClientId: parts.newClientId, me, now: parts.now },
      mayWrite: () => this.barrier.value === null,
      onDone: (seq) => this.#reader.addHead(seq),
    });
    this.quoted = computed(() => {
      const { value: seq } = this.answering.quote;
      return seq === null ? null : quoteOf(seq, { timeline: this.timeline.value, me });
    });
    this.items = computed(() => this.#items());
    this.barrier = computed(() => this.#barrier());
    this.mayClose = computed(() => {
      const { status, agent: serving } = this.standing.value;
      if (status === 'active') return serving?.id === me.id;
      return this.barrier.value === 'queued' && may(me, 'conversation:end');
    });
  }

  /** The link is there (again): listen first, then ask for what is missing (P7). */
  async connect(): Promise<void> {
    const watch = await this.#parts.connection.send('conversation:watch', { conversationId: this.id });
    if (!watch.ok) return this.#fail(watch.error);
    await Promise.all([this.#reader.catchUp(), this.notes.log.catchUp()]);
    this.seen();
  }

  hear(event: AgentEvent): void {
    if (event.kind !== 'fact') return;
    if (event.name === 'heads:told') {
      const head = event.payload.heads[this.id];
      if (head !== undefined) this.#reader.addHead(head);
    } else if (event.name === 'entry:added' && event.payload.conversationId === this.id) {
      this.#add(event.payload.entry);
    } else if (event.name === 'receipt:changed' && event.payload.conversationId === this.id) {
      this.#reader.addMarks(event.payload.marks);
    } else if (event.name === 'team:added' && event.payload.conversationId === this.id) {
      this.notes.log.add(event.payload.entry);
    } else if (event.name === 'typing:changed' && event.payload.conversationId === this.id) {
      const { by, typing, agent } = event.payload;
      if (by === 'visitor') this.typing.heard(typing);
      else if (agent && agent.id !== this.#parts.me.id) this.answering.heard(typing, agent);
    }
  }

  /** The list knows a later head: the fact itself was lost. */
  heardHead(head: number, teamHead: number): void {
    this.#reader.addHead(head);
    this.notes.log.addHead(teamHead);
  }

  /** My message is stored: shown at its place before it leaves the outbox. */
  stored(item: Outgoing, placed: Placed): void {
    const { seq, at } = placed;
    this.#add({
      kind: 'message',
      author: 'agent',
      agent: { id: this.#parts.me.id, name: this.#parts.me.name },
      clientId: item.clientId,
      body: item.body,
      ...(item.quote ? { quote: item.quote } : {}),
      seq,
      at,
    });
  }

  write(text: string): void {
    this.draft.value = text;
    this.#parts.drafts.write(this.id, text);
    this.answering.wrote(text, this.timeline.peek().last);
    if (this.barrier.peek() === null) this.typing.wrote(text);
  }

  /** Into the outbox; false when there is nothing to send or no room, and the text stays where it was written. */
  send(): boolean {
    const body = this.draft.value.trim();
    if (!body || this.barrier.value !== null) return false;
    const { sender, newClientId } = this.#parts;
    const begun = { clientId: newClientId(), conversationId: this.id, body };
    if (!sender.add({ ...begun, ...this.answering.peek(this.timeline.peek().last) })) return false;
    this.answering.sent();
    this.around.leave();
    this.unreadAfter.value = null;
    this.draft.value = '';
    this.#parts.drafts.write(this.id, '');
    this.typing.stop();
    return true;
  }

  retry(clientId: string): void {
    const failed = this.#parts.outbox.value.find((item) => item.clientId === clientId);
    // An id that names another text is no use again.
    const changed = failed?.error === 'cid_conflict' ? { clientId: this.#parts.newClientId() } : {};
    this.#parts.sender.retry(clientId, changed);
  }

  /** It was not sent, because a colleague answered; the person has read that and wants it sent (C20). */
  sendAnyway(clientId: string): void {
    this.#parts.sender.retry(clientId, { seenSeq: undefined });
  }

  discard(clientId: string): void {
    this.#parts.sender.discard(clientId);
  }

  async close(outcome: CloseOutcome): Promise<Answer<Placed>> {
    this.closing.value = true;
    this.typing.stop();
    const answer = await this.#parts.connection.send('conversation:close', { conversationId: this.id, outcome });
    this.closing.value = false;
    // The fact brings the entry; where it is lost, the position does.
    if (answer.ok) this.#reader.addHead(answer.value.seq);
    return answer;
  }

  /** Something came, or the person came back to the page. */
  seen(): void {
    const { last, marks } = this.timeline.value;
    // C12: read is what those read who may answer.
    if (this.barrier.value === null && this.#parts.looking()) this.#parts.receipts.read(this.id, last, marks.agentRead);
  }

  dispose(): void {
    this.notes.log.dispose();
    this.typing.dispose();
    this.answering.dispose();
    this.#reader.dispose();
  }

  #add(entry: Entry): void {
    this.#reader.addEntry(entry);
    if (entry.kind === 'message' && entry.author === 'visitor') {
      this.typing.heard(false);
      if (!this.#parts.looking()) this.unreadAfter.value ??= entry.seq - 1;
    }
    if (entry.kind === 'message' && entry.agent?.id === this.answering.colleague.peek()?.id)
      this.answering.heard(false, null);
    this.seen();
  }

  async #sync(position: Position): Promise<Answer<SyncPage>> {
    const answer = await askPage(this.#parts, position);
    if (answer.ok) this.#ready(answer.value);
    else this.#fail(answer.error);
    return answer;
  }

  /** What was new when it was opened, before opening it makes it read. */
  #ready({ marks, head }: SyncPage): void {
    if (this.state.value === 'loading' && marks.agentRead > 0 && marks.agentRead < head) {
      this.unreadAfter.value = marks.agentRead;
    }
    this.state.value = 'ready';
  }

  /** What is already on the screen stays there; the bar tells of the link. */
  #fail(error: ErrorCode): void {
    if (this.state.value === 'ready') return;
    this.state.value = error === 'not_found' || error === 'forbidden' ? 'missing' : 'failed';
  }

  #items(): ThreadItem[] {
    const { me, dayOf, outbox } = this.#parts;
    const outgoing = outbox.value.filter((item) => item.conversationId === this.id);
    const { log, outgoing: notesOut } = this.notes;
    const team = log.entries.value;
    const timeline = this.timeline.value;
    const unreadAfter = this.unreadAfter.value;
    const part = this.around.timeline.value;
    if (part) {
      const isNewHere = unreadAfter !== null && unreadAfter >= firstOf(part) - 1;
      const view = { timeline: part, outgoing: [], team: teamOf(part, team), notesOut: [], me, dayOf };
      return itemsOf({ ...view, unreadAfter: isNewHere ? unreadAfter : null });
    }
    const present = itemsOf({ timeline, outgoing, team, notesOut: notesOut.value, me, unreadAfter, dayOf });
    return withEarlier(this.earlier.talks.value, present, { me, dayOf });
  }

  #barrier(): Barrier {
    if (this.timeline.value.last === 0) return 'loading';
    const { status, agent } = this.standing.value;
    if (status !== 'active') return status;
    const { id } = this.#parts.me;
    return agent?.id === id || this.participants.value.some((one) => one.id === id) ? null : 'colleague';
  }
}
