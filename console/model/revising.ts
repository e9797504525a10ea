import { signal } from '@preact/signals';
import type { Answer, ErrorCode } from '../../protocol/wire/errors.ts';
import type { Placed } from '../../protocol/wire/events.ts';
import { MESSAGE_EDIT_MS } from '../../protocol/wire/limits.ts';
import type { AgentProfile } from '../../protocol/wire/model.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { AgentConnection } from './agent-link.ts';
import type { NewClientId } from './ports.ts';
import type { ThreadMessage } from './thread-items.ts';

export interface RevisingParts {
  conversationId: string;
  connection: AgentConnection;
  newClientId: NewClientId;
  me: Pick<AgentProfile, 'role'>;
  /** The relay's time, as well as it is known here. */
  now(): number;
  /** Whether I may write here. */
  mayWrite(): boolean;
  /** The `revised` entry stands at this place. */
  onDone(seq: number): void;
}

/** Other words for a message that was sent, or none (C18). The relay decides again. */
export class Revising {
  /** The message that is being changed; `text`: as it is in the box. */
  readonly editing = signal<{ seq: number; text: string } | null>(null);
  readonly editMs = MESSAGE_EDIT_MS;
  readonly busy = signal(false);
  readonly refused = signal<ErrorCode | null>(null);
  readonly #parts: RevisingParts;
  #clientId = '';

  constructor(parts: RevisingParts) {
    this.#parts = parts;
  }

  offered({ seq, mine, removed, file, at }: ThreadMessage): { edit: boolean; remove: boolean } {
    if (seq === null || removed) return { edit: false, remove: false };
    const inTime = mine && this.#parts.now() - at <= MESSAGE_EDIT_MS;
    const edit = inTime && !file && this.#parts.mayWrite();
    return { edit, remove: inTime || may(this.#parts.me, 'message:remove') };
  }

  start(seq: number, text: string): void {
    this.refused.value = null;
    this.#clientId = this.#parts.newClientId();
    this.editing.value = { seq, text };
  }

  write(text: string): void {
    const { value: editing } = this.editing;
    if (!editing || editing.text === text) return;
    // Other words are another message: an id that may be stored already is no use to them.
    this.#clientId = this.#parts.newClientId();
    this.editing.value = { ...editing, text };
  }

  cancel(): void {
    this.editing.value = null;
    this.refused.value = null;
  }

  /** True when it is done; otherwise the text stays in the box, with the reason beside it. */
  async save(): Promise<boolean> {
    const { value: editing } = this.editing;
    const body = editing?.text.trim() ?? '';
    if (!editing || body === '') return false;
    const { conversationId, connection } = this.#parts;
    const { seq } = editing;
    const input = { conversationId, seq, clientId: this.#clientId, body };
    const done = await this.#run(() => connection.send('message:edit', input));
    if (done && this.editing.value?.seq === seq) this.editing.value = null;
    return done;
  }

  remove(seq: number): Promise<boolean> {
    const { conversationId, connection, newClientId } = this.#parts;
    const clientId = newClientId();
    return this.#run(() => connection.send('message:remove', { conversationId, seq, clientId }));
  }

  async #run(command: () => Promise<Answer<Placed>>): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    this.refused.value = null;
    const answer = await command();
    this.busy.value = false;
    // The fact brings the entry; where it is lost, the position does.
    if (answer.ok) this.#parts.onDone(answer.value.seq);
    else this.refused.value = answer.error;
    return answer.ok;
  }
}
