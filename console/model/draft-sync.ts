import { computed, signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { Draft } from '../../protocol/wire/composer.ts';
import { DRAFT_CHARS_MAX, DRAFT_WRITE_EVERY_MS } from '../../protocol/wire/limits-of-composer.ts';
import type { AgentConnection, AgentEvent } from './agent-link.ts';
import type { Memory } from './ports.ts';
import { privateKey } from './private-memory.ts';

export interface DraftSyncParts {
  connection: AgentConnection;
  clock: Clock;
  memory: Memory;
  agentId: string;
  /** What stands here, and what came for it from another device. */
  read(kind: Draft['kind'], conversationId: string): string;
  show(draft: Draft): void;
}

/** What was written here and is not at the relay yet. */
const UNSAVED = 'unsaved';

/**
 * Keeps this browser's drafts and the relay's alike (D1–D3). A mark beside each says which version it is, or that words were
 * typed since: those are never overwritten, they are written again.
 */
export class DraftSync {
  /** Conversations in which something was begun. */
  readonly ids = computed(() => new Set([...this.#held.value].map((key) => key.slice(key.indexOf(':') + 1))));
  readonly #parts: DraftSyncParts;
  readonly #prefix: string;
  readonly #held = signal<ReadonlySet<string>>(new Set());
  readonly #waiting = new Map<string, Cancel>();
  readonly #writing = new Set<string>();
  /** What the relay has, by its last word. */
  readonly #versions = new Map<string, number>();
  /** Of these something newer is known than in a list that is on its way. */
  readonly #newer = new Set<string>();
  #lists = 0;

  constructor(parts: DraftSyncParts) {
    this.#parts = parts;
    this.#prefix = privateKey(parts.agentId, 'draft-mark:');
  }

  hear(event: AgentEvent): void {
    if (event.kind !== 'fact') return;
    if (event.name === 'session:ready') void this.#load();
    else if (event.name === 'draft:changed') this.#told(event.payload.draft);
  }

  /** The text here changed. `inMs`: not before then. */
  wrote(kind: Draft['kind'], conversationId: string, text: string, inMs = 0): void {
    const key = `${kind}:${conversationId}`;
    this.#mark(key, UNSAVED);
    this.#has(key, text !== '');
    const waitMs = inMs || (text === '' ? 0 : DRAFT_WRITE_EVERY_MS);
    if (inMs > 0 || text === '') this.#cancel(key);
    if (!this.#waiting.has(key))
      this.#waiting.set(
        key,
        this.#parts.clock.after(waitMs, () => this.#flush(key)),
      );
  }

  /** The conversation is left, or the page. */
  flush(): void {
    for (const key of [...this.#waiting.keys()]) this.#flush(key);
  }

  dispose(): void {
    this.flush();
  }

  async #load(): Promise<void> {
    this.#newer.clear();
    const asked = ++this.#lists;
    const answer = await this.#parts.connection.send('draft:list', {});
    if (!answer.ok || asked !== this.#lists) return;
    const found = new Map(answer.value.drafts.map((draft) => [keyOf(draft), draft]));
    for (const [key, draft] of found) if (!this.#newer.has(key)) this.#heard(draft);
    for (const key of this.#parts.memory.keys(this.#prefix).map((name) => name.slice(this.#prefix.length))) {
      if (!found.has(key) && !this.#newer.has(key)) this.#heard(nothingOf(key));
    }
  }

  #told(draft: Draft): void {
    this.#newer.add(keyOf(draft));
    this.#heard(draft);
  }

  #heard(draft: Draft): void {
    const key = keyOf(draft);
    const known = this.#versions.get(key) ?? 0;
    // An older word that was overtaken.
    if (draft.version !== 0 && draft.version < known) return;
    this.#versions.set(key, draft.version);
    if (this.#parts.memory.read(this.#prefix + key) === UNSAVED) {
      if (!this.#waiting.has(key)) this.#flush(key);
      return;
    }
    this.#settle(key, draft);
    if (this.#parts.read(draft.kind, draft.conversationId) !== draft.body) this.#parts.show(draft);
  }

  #flush(key: string): void {
    this.#cancel(key);
    if (!this.#writing.has(key)) void this.#write(key);
  }

  async #write(key: string): Promise<void> {
    const { kind, conversationId } = nothingOf(key);
    const body = this.#parts.read(kind, conversationId);
    // It cannot be sent either; what is typed stays here.
    if (body.length > DRAFT_CHARS_MAX) return;
    this.#writing.add(key);
    const basedOn = this.#versions.get(key) ?? 0;
    const answer = await this.#parts.connection.send('draft:write', { conversationId, kind, body, basedOn });
    this.#writing.delete(key);
    // Without an answer it stays unsaved, and is written when the link is there again.
    if (!answer.ok) return;
    const { draft } = answer.value;
    this.#newer.add(key);
    this.#versions.set(key, draft.version);
    const isSame = this.#parts.read(kind, conversationId) === draft.body;
    if (isSame) this.#settle(key, draft);
    else if (!this.#waiting.has(key))
      this.#waiting.set(
        key,
        this.#parts.clock.after(0, () => this.#flush(key)),
      );
  }

  #settle(key: string, { body, version }: Draft): void {
    this.#has(key, body !== '');
    this.#mark(key, body === '' ? null : String(version));
  }

  #mark(key: string, mark: string | null): void {
    if (mark === null) this.#parts.memory.remove(this.#prefix + key);
    else this.#parts.memory.write(this.#prefix + key, mark);
  }

  #has(key: string, there: boolean): void {
    if (this.#held.peek().has(key) === there) return;
    const next = new Set(this.#held.peek());
    if (there) next.add(key);
    else next.delete(key);
    this.#held.value = next;
  }

  #cancel(key: string): void {
    this.#waiting.get(key)?.();
    this.#waiting.delete(key);
  }
}

function keyOf({ kind, conversationId }: Draft): string {
  return `${kind}:${conversationId}`;
}

function nothingOf(key: string): Draft {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at) as Draft['kind'], conversationId: key.slice(at + 1), body: '', version: 0 };
}
