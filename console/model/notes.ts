import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Outgoing } from '../../protocol/client/outbox.ts';
import type { Sender } from '../../protocol/client/sender.ts';
import type { Placed } from '../../protocol/wire/events.ts';
import { NOTE_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { AgentCard } from '../../protocol/wire/model.ts';
import type { AgentConnection } from './agent-link.ts';
import type { Drafts } from './drafts.ts';
import type { NewClientId } from './ports.ts';
import { TeamLog } from './team-log.ts';

export interface NotesParts {
  conversationId: string;
  connection: AgentConnection;
  /** For notes only: a build that knows no notes must never find one among the messages to visitors. */
  sender: Sender;
  outbox: ReadonlySignal<readonly Outgoing[]>;
  /** For notes only: a draft never changes sides. */
  drafts: Drafts;
  newClientId: NewClientId;
  me: AgentCard;
}

/** What the team says to itself about one conversation (T10). */
export class Notes {
  readonly textCharsMax = NOTE_CHARS_MAX;
  readonly log: TeamLog;
  readonly draft;
  readonly outgoing: ReadonlySignal<Outgoing[]>;
  readonly #parts: NotesParts;
  readonly #unlisten: () => void;

  constructor(parts: NotesParts) {
    this.#parts = parts;
    const { conversationId, connection } = parts;
    this.log = new TeamLog((afterNumber) => connection.send('team:sync', { conversationId, afterNumber }));
    this.draft = signal(parts.drafts.read(conversationId));
    this.#unlisten = parts.drafts.listen(conversationId, this.draft);
    this.outgoing = computed(() => parts.outbox.value.filter((item) => item.conversationId === conversationId));
  }

  write(text: string): void {
    this.draft.value = text;
    this.#parts.drafts.write(this.#parts.conversationId, text);
  }

  /** False when there is nothing to send or no room; the text stays where it was written. */
  send(): boolean {
    const body = this.draft.value.trim();
    if (!body) return false;
    const { sender, newClientId, conversationId } = this.#parts;
    if (!sender.add({ clientId: newClientId(), conversationId, body })) return false;
    this.write('');
    return true;
  }

  /** Stored: shown at its place before it leaves the outbox. `placed.seq` is its number. */
  stored(item: Outgoing, placed: Placed, afterSeq: number): void {
    const { id, name } = this.#parts.me;
    const { clientId, body } = item;
    this.log.add({ kind: 'note', number: placed.seq, at: placed.at, afterSeq, by: { id, name }, clientId, body });
  }

  retry(clientId: string): void {
    this.#parts.sender.retry(clientId);
  }

  discard(clientId: string): void {
    this.#parts.sender.discard(clientId);
  }

  /** J12: nothing of it is kept any more. */
  erase(): void {
    this.write('');
    this.log.entries.value = [];
  }

  dispose(): void {
    this.#unlisten();
    this.log.dispose();
  }
}
