import { signal } from '@preact/signals';
import type { Lead } from '../../protocol/client/lead.ts';
import type { Outbox, Outgoing } from '../../protocol/client/outbox.ts';
import type { OutboxKeep } from '../../protocol/client/outbox-keep.ts';
import { Sender, type Stored } from '../../protocol/client/sender.ts';
import type { Clock } from '../../protocol/kit/clock.ts';
import { mentionedIds, type Named } from '../../protocol/kit/names-in-text.ts';
import type { Random } from '../../protocol/kit/random.ts';
import { MENTIONS_PER_NOTE_MAX } from '../../protocol/wire/limits-of-composer.ts';
import type { AgentConnection } from './agent-link.ts';
import { createNoteKeep } from './outbox-keep.ts';
import type { Memory } from './ports.ts';

export interface SendersParts {
  clock: Clock;
  random: Random;
  lead: Lead;
  /** Of messages; notes have their own. */
  keep: OutboxKeep;
  memory: Memory;
  connection: AgentConnection;
  meId: string;
  /** Who may be named in a note. */
  membersOf(): Promise<readonly Named[]>;
  onMessage(item: Outgoing, stored: Stored): void;
  onNote(item: Outgoing, stored: Stored): void;
}

/** Notes are few, and a repeat is known by its id: no tab waits for another. */
const EVERY_TAB: Lead = { holds: () => true, want: () => {}, take: () => {}, wrote: () => {}, listen: () => {} };

/** What is on its way, messages to visitors and notes to the team apart from each other down to the memory (T10). */
export class Senders {
  readonly messages: Sender;
  readonly notes: Sender;
  readonly outbox = signal<Outbox>([]);
  readonly noteOutbox = signal<Outbox>([]);
  readonly #noteKeep: OutboxKeep;

  constructor({ clock, random, lead, keep, memory, connection, meId, membersOf, onMessage, onNote }: SendersParts) {
    this.#noteKeep = createNoteKeep({ memory, clock, agentId: meId });
    this.messages = new Sender({
      ...{ clock, random, lead, keep },
      async post({ conversationId: id, clientId, body, quote, seenSeq }) {
        const conversationId = id ?? '';
        const more = { ...(quote ? { quote } : {}), ...(seenSeq ? { seenSeq } : {}) };
        const answer = await connection.send('message:send', { conversationId, clientId, body, ...more });
        return answer.ok ? { ok: true, value: { ...answer.value, conversationId } } : answer;
      },
      onChange: (outbox) => {
        this.outbox.value = outbox;
      },
      onStored: onMessage,
    });
    this.notes = new Sender({
      ...{ clock, random, lead: EVERY_TAB, keep: this.#noteKeep },
      async post({ conversationId: id, clientId, body }) {
        const conversationId = id ?? '';
        const mentions = body.includes('@')
          ? mentionedIds(body, await membersOf()).slice(0, MENTIONS_PER_NOTE_MAX)
          : [];
        const named = mentions.length > 0 ? { mentions } : {};
        const answer = await connection.send('note:add', { conversationId, clientId, body, ...named });
        if (!answer.ok) return answer;
        return { ok: true, value: { seq: answer.value.number, at: answer.value.at, conversationId } };
      },
      onChange: (outbox) => {
        this.noteOutbox.value = outbox;
      },
      onStored: onNote,
    });
    this.outbox.value = this.messages.outbox;
    this.noteOutbox.value = this.notes.outbox;
  }

  /** Reads what an earlier page left. */
  open(): void {
    this.#noteKeep.open();
  }

  resume(): void {
    this.messages.resume();
    this.notes.resume();
  }

  pause(): void {
    this.messages.pause();
    this.notes.pause();
  }

  dispose(): void {
    this.messages.dispose();
    this.notes.dispose();
  }
}
