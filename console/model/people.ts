import { signal } from '@preact/signals';
import type { Answer, Refusal } from '../../protocol/wire/errors.ts';
import { TAG_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { Block, MergePlan, Person } from '../../protocol/wire/people.ts';
import {
  BLOCK_ADDRESS_MS_MAX,
  BLOCK_REASON_CHARS_MAX,
  PERSON_NOTE_CHARS_MAX,
  PERSON_NOTES_MAX,
  PERSON_TAGS_MAX,
} from '../../protocol/wire/people-limits.ts';
import type { Api } from './api.ts';
import { Latest } from './load.ts';
import type { HttpQuestion } from './ports.ts';

export interface PeopleParts {
  api: Pick<Api, 'people'>;
  onSessionEnded(): void;
}

export interface BlockInput {
  reason: string;
  until: number | null;
  address: boolean;
}

/** Whom the shown conversation is with (docs/people.md), and who is blocked. */
export class People {
  readonly limits = {
    noteMax: PERSON_NOTE_CHARS_MAX,
    notesMax: PERSON_NOTES_MAX,
    tagMax: TAG_CHARS_MAX,
    tagsMax: PERSON_TAGS_MAX,
    reasonMax: BLOCK_REASON_CHARS_MAX,
    addressMsMax: BLOCK_ADDRESS_MS_MAX,
  };
  /** Of the conversation that is shown; null: it is being asked for. */
  readonly person = signal<Person | null>(null);
  readonly failed = signal(false);
  readonly busy = signal(false);
  readonly blocks = signal<readonly Block[] | null>(null);
  readonly blocksFailed = signal(false);
  readonly #parts: PeopleParts;
  readonly #latest = { person: new Latest(), blocks: new Latest() };
  #shown: string | null = null;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  isOf(conversationId: string): boolean {
    return conversationId === this.#shown;
  }

  /** Asked again whenever something is told about her; what stands there stays until the answer. */
  async show(conversationId: string): Promise<void> {
    if (conversationId !== this.#shown) this.person.value = null;
    this.#shown = conversationId;
    const isLatest = this.#latest.person.ask();
    const answer = await this.ask<Person>('GET', `people/of/${encodeURIComponent(conversationId)}`);
    if (conversationId !== this.#shown) return;
    if (!isLatest()) return;
    this.failed.value = !answer.ok;
    if (answer.ok) this.person.value = answer.value;
  }

  /** What went wrong, or null. */
  async addNote(body: string): Promise<Refusal | null> {
    return this.#change('POST', `${this.#path()}/notes`, { body });
  }

  async changeNote(id: string, body: string): Promise<Refusal | null> {
    return this.#change('PUT', `person-notes/${encodeURIComponent(id)}`, { body });
  }

  async removeNote(id: string): Promise<Refusal | null> {
    return this.#change('DELETE', `person-notes/${encodeURIComponent(id)}`, undefined);
  }

  async addTag(tag: string): Promise<Refusal | null> {
    return this.#change('POST', `${this.#path()}/tags`, { tag });
  }

  async removeTag(tag: string): Promise<Refusal | null> {
    return this.#change('DELETE', `${this.#path()}/tags/${encodeURIComponent(tag)}`, undefined);
  }

  async block(input: BlockInput): Promise<Refusal | null> {
    return this.#change('POST', `${this.#path()}/block`, input);
  }

  async unblock(id: string): Promise<Refusal | null> {
    return this.#change('DELETE', `blocks/${encodeURIComponent(id)}`, undefined);
  }

  /** J12: there is no way back. */
  async erase(): Promise<Refusal | null> {
    return this.#change('DELETE', this.#path(), undefined);
  }

  /** Another profile of this person, by a conversation of hers: what joining them would do. */
  async planMerge(conversationId: string): Promise<Answer<MergePlan>> {
    const other = await this.ask<Person>('GET', `people/of/${encodeURIComponent(conversationId)}`);
    if (!other.ok) return other;
    return this.ask('POST', `${this.#path()}/merge/plan`, { fromId: other.value.id });
  }

  async merge(plan: MergePlan): Promise<Refusal | null> {
    const path = `people/${encodeURIComponent(plan.stays.id)}/merge`;
    return this.#change('POST', path, { fromId: plan.joins.id });
  }

  async undoMerge(id: string): Promise<Refusal | null> {
    return this.#change('DELETE', `merges/${encodeURIComponent(id)}`, undefined);
  }

  /** Everything that is kept of somebody, as a file. */
  exportHref(id: string): string {
    return `/api/v1/agent/people/${encodeURIComponent(id)}/export`;
  }

  async loadBlocks(): Promise<void> {
    const isLatest = this.#latest.blocks.ask();
    const answer = await this.ask<Block[]>('GET', 'blocks');
    if (!isLatest()) return;
    this.blocksFailed.value = !answer.ok;
    if (answer.ok) this.blocks.value = answer.value;
  }

  async endBlock(id: string): Promise<Refusal | null> {
    const answer = await this.ask('DELETE', `blocks/${encodeURIComponent(id)}`);
    if (answer.ok) this.#latest.blocks.tell();
    await this.loadBlocks();
    return answer.ok ? null : answer;
  }

  #path(): string {
    return `people/${encodeURIComponent(this.person.peek()?.id ?? '')}`;
  }

  async #change(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown): Promise<Refusal | null> {
    this.busy.value = true;
    const answer = await this.ask(method, path, body);
    if (answer.ok) this.#latest.person.tell();
    if (answer.ok && this.#shown !== null) await this.show(this.#shown);
    this.busy.value = false;
    return answer.ok ? null : answer;
  }

  /** Also of services beside them (docs/services.md), which may take longer. */
  async ask<T>(
    method: HttpQuestion['method'],
    path: string,
    body?: unknown,
    waiting?: Pick<HttpQuestion, 'timeoutMs' | 'cancel'>,
  ): Promise<Answer<T>> {
    const answer = await this.#parts.api.people<T>(method, path, body, waiting);
    if (!answer.ok && answer.error === 'unauthorized') this.#parts.onSessionEnded();
    return answer;
  }
}
