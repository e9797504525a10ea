import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Outbox, Outgoing } from '../../protocol/client/outbox.ts';
import type { Sender } from '../../protocol/client/sender.ts';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { Draft, Planned, PlannedClose } from '../../protocol/wire/composer.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { AgentProfile } from '../../protocol/wire/model.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { AgentConnection, AgentEvent } from './agent-link.ts';
import { CloseAfter, type CloseRefused } from './close-after.ts';
import { DraftSync } from './draft-sync.ts';
import { Drafts } from './drafts.ts';
import { Held, type HeldMessage } from './held.ts';
import { MacroRuns } from './macro-runs.ts';
import { Mentions } from './mentions.ts';
import type { Panes } from './panes.ts';
import { PlannedAnswers } from './planned.ts';
import type { Leaving, Memory, NewClientId } from './ports.ts';
import { Questions } from './questions.ts';
import type { Told } from './ring.ts';
import type { Thread } from './thread.ts';

export interface ComposingParts {
  connection: AgentConnection;
  clock: Clock;
  memory: Memory;
  newClientId: NewClientId;
  me: Pick<AgentProfile, 'id' | 'role'>;
  sender: Sender;
  outbox: ReadonlySignal<Outbox>;
  /** What is open: words go where they were written, whatever has the focus (U15). */
  panes: Pick<Panes, 'find' | 'open' | 'shown'>;
  leaving: Pick<Leaving, 'listen'>;
  /** The team's choice. */
  undoMs: ReadonlySignal<number>;
  /** Departments of mine. */
  own: ReadonlySignal<readonly string[]>;
  ring(name: string, told: Told): void;
  /** The person has this page before her. */
  looking(): boolean;
}

/** A text that is to leave later, or one that is planned and changes. */
export type LaterAsked =
  | { conversationId: string; body: string; planned?: undefined }
  | { planned: Planned; body?: undefined };

/** Preferences of this browser. */
const UNDO_OFF_KEY = 'deskbell:console:undo-off';
const ENTER_KEY = 'deskbell:console:enter-breaks';
/** The draft of a message that is held goes when it has left, not before. */
const AFTER_HOLD_MS = 500;

/** What stands beside writing (docs/composer.md): drafts on all devices, calling back, answers for later, mentions. */
export class Composing {
  readonly drafts: Drafts;
  readonly noteDrafts: Drafts;
  readonly sync: DraftSync;
  readonly held: Held;
  readonly planned: PlannedAnswers;
  readonly mentions: Mentions;
  readonly questions: Questions;
  readonly runs: MacroRuns;
  /** What is on its way, and what can still be called back. */
  readonly outbox: ReadonlySignal<Outbox>;
  /** D12: Enter makes a new line, Ctrl or ⌘ + Enter sends. */
  readonly enterBreaks;
  /** D8: this person wants no seconds to think again. */
  readonly undoOff;
  /** An end that was to follow an answer was refused: it is said until the agent decides. */
  readonly closeAfter: CloseAfter;
  /** What the dialog about a time to come is open for. */
  readonly asking = signal<LaterAsked | null>(null);
  /** May take back what others planned. */
  readonly leads: boolean;
  readonly #parts: ComposingParts;
  #unfollow = () => {};
  #unlisten = () => {};

  constructor(parts: ComposingParts) {
    this.#parts = parts;
    const { connection, clock, memory, newClientId, ring } = parts;
    const { id: agentId, role } = parts.me;
    this.leads = may({ role }, 'conversation:direct');
    this.enterBreaks = signal(memory.read(ENTER_KEY) === 'yes');
    this.undoOff = signal(memory.read(UNDO_OFF_KEY) === 'yes');
    this.drafts = new Drafts(memory, agentId, 'draft:', (id, text) => this.#wrote(id, text));
    this.noteDrafts = new Drafts(memory, agentId, 'note-draft:', (id, text) => this.sync.wrote('note', id, text));
    this.sync = new DraftSync({
      ...{ connection, clock, memory, agentId },
      read: (kind, id) => this.#draftsOf(kind).read(id),
      show: (draft) => this.#show(draft),
    });
    this.closeAfter = new CloseAfter(connection, memory, agentId);
    this.held = new Held({
      ...{ clock, memory, agentId, sender: parts.sender },
      holdMs: computed(() => (this.undoOff.value ? 0 : parts.undoMs.value)),
      onReleased: ({ clientId, close }) => close && this.closeAfter.plan(clientId, close),
      onReturned: (item) => this.#putBack(item),
    });
    this.planned = new PlannedAnswers({
      ...{ connection, newClientId, ring, meId: agentId },
      onUnclosed: (planned) => this.closeAfter.told(planned.flatMap(refusedOf)),
    });
    this.runs = new MacroRuns(connection, newClientId);
    this.mentions = new Mentions({ connection, ring });
    const openIds = () => parts.panes.open.peek().map(({ id }) => id);
    this.questions = new Questions({ connection, newClientId, ring, meId: agentId, own: parts.own, openIds });
    this.outbox = computed(() => [...parts.outbox.value, ...this.held.items.value.map(asOutgoing)]);
  }

  /** Takes up what an earlier page left. */
  open(): void {
    this.held.open();
    this.#unlisten = this.#parts.leaving.listen(() => this.#left());
    // Whoever is named in what she looks at has seen it.
    this.#unfollow = effect(() => {
      void this.mentions.ids.value;
      void this.questions.news.value;
      void this.#parts.panes.shown.value;
      untracked(() => this.looked());
    });
  }

  looked(): void {
    if (!this.#parts.looking()) return;
    for (const { id } of this.#parts.panes.shown.peek()) {
      this.mentions.seen(id);
      this.questions.seen(id);
    }
  }

  hear(event: AgentEvent): void {
    this.sync.hear(event);
    this.planned.hear(event);
    this.#hearRefused(event);
    this.mentions.hear(event);
    this.questions.hear(event);
  }

  /** D9: the end of a planned answer of mine. */
  #hearRefused(event: AgentEvent): void {
    if (event.kind !== 'fact' || event.name !== 'planned:changed') return;
    const { planned } = event.payload;
    if (this.planned.isMine(planned)) for (const refused of refusedOf(planned)) this.closeAfter.say(refused);
  }

  /** Others are open now; of these nothing is known yet. */
  opened(conversationIds: readonly string[]): void {
    this.sync.flush();
    for (const id of conversationIds) {
      void this.planned.load(id);
      void this.questions.load(id);
    }
  }

  /** D8: nobody calls back what was sent on a page that is gone, so it leaves now; and so does what was typed last. */
  #left(): void {
    for (const { clientId } of this.held.items.peek()) this.held.release(clientId);
    this.sync.flush();
  }

  /** A message is stored: what was to follow it follows. */
  stored(item: Outgoing): void {
    if (item.conversationId) void this.closeAfter.stored(item.clientId, item.conversationId);
  }

  /** D9 */
  sendAndClose(thread: Thread, outcome: PlannedClose): boolean {
    return this.held.closing(outcome, () => thread.send());
  }

  /** The end that was refused, once more. */
  async closeAgain(): Promise<void> {
    const refused = this.closeAfter.refused.peek();
    if (refused) await this.closeAfter.close(refused.conversationId, refused.outcome);
  }

  /** Back into the box; what was begun since stands after it. */
  undo(clientId: string): void {
    const item = this.held.undo(clientId);
    if (item) this.#putBack(item);
  }

  /** D7: nobody can send it any more; what it says stands in the box, or as a draft until there is one. Null: done. */
  async takeBack(planned: Planned): Promise<ErrorCode | null> {
    const error = await this.planned.cancel(planned);
    if (!error) this.#putBack(planned);
    return error;
  }

  /** This browser's clock, by which messages are held. */
  now(): number {
    return this.#parts.clock.now();
  }

  ask(asked: LaterAsked | null): void {
    this.asking.value = asked;
  }

  /** Null: kept; the box is empty then. */
  async keepLater(asked: LaterAsked, body: string, sendAt: number): Promise<ErrorCode | null> {
    if (asked.planned) return this.planned.change(asked.planned, { body, sendAt });
    const { conversationId } = asked;
    const error = await this.planned.add({ conversationId, body, sendAt });
    const open = this.#parts.panes.find(conversationId);
    if (error === null && open?.draft.peek().trim() === asked.body) open.write('');
    return error;
  }

  setEnterBreaks(breaks: boolean): void {
    this.enterBreaks.value = breaks;
    this.#prefer(ENTER_KEY, breaks);
  }

  setUndoOff(off: boolean): void {
    this.undoOff.value = off;
    this.#prefer(UNDO_OFF_KEY, off);
  }

  dispose(): void {
    this.#unfollow();
    this.#unlisten();
    this.sync.dispose();
    this.held.dispose();
  }

  #putBack({ conversationId, body, quote }: Pick<HeldMessage, 'conversationId' | 'body' | 'quote'>): void {
    const id = conversationId ?? '';
    const begun = this.drafts.read(id);
    const text = begun ? `${body}\n${begun}` : body;
    const open = this.#parts.panes.find(id);
    if (open) {
      open.write(text);
      if (quote) open.answering.quote.value = quote;
    } else this.drafts.write(id, text);
  }

  #wrote(conversationId: string, text: string): void {
    const held = text === '' ? this.held.of(conversationId) : null;
    const inMs = held ? Math.max(0, held.until - this.#parts.clock.now()) + AFTER_HOLD_MS : 0;
    this.sync.wrote('reply', conversationId, text, inMs);
  }

  #show({ kind, conversationId, body }: Draft): void {
    this.#draftsOf(kind).keep(conversationId, body);
    const open = this.#parts.panes.find(conversationId);
    if (!open) return;
    if (kind === 'note') open.notes.draft.value = body;
    else open.draft.value = body;
  }

  #draftsOf(kind: Draft['kind']): Drafts {
    return kind === 'note' ? this.noteDrafts : this.drafts;
  }

  #prefer(key: string, on: boolean): void {
    if (on) this.#parts.memory.write(key, 'yes');
    else this.#parts.memory.remove(key);
  }
}

function asOutgoing({ until, close, ...written }: HeldMessage): Outgoing {
  return { ...written, state: 'pending', queuedAt: until };
}

function refusedOf({ id, conversationId, close: outcome, closeRefused: error }: Planned): CloseRefused[] {
  return error && outcome ? [{ conversationId, outcome, error, plannedId: id }] : [];
}
