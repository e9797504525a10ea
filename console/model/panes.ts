import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AgentConnection } from './agent-link.ts';
import type { Thread } from './thread.ts';

export interface PanesParts {
  connection: AgentConnection;
  create(conversationId: string): Thread;
  /** Others are open now; these have come. */
  onMoved(opened: readonly string[]): void;
}

/** U14: the conversations that are open, two at most, in the order in which they stand; one of them has the focus. */
export class Panes {
  /** Also one that is kept while it has no room. */
  readonly open = signal<readonly Thread[]>([]);
  /** Whether the window has room for two. */
  readonly hasRoom = signal(false);
  readonly thread: ReadonlySignal<Thread | null>;
  /** Those on the screen. */
  readonly shown: ReadonlySignal<readonly Thread[]>;
  readonly #parts: PanesParts;
  readonly #focus = signal<string | null>(null);
  /** What the address names. */
  #named: readonly string[] = [];

  constructor(parts: PanesParts) {
    this.#parts = parts;
    this.thread = computed(() => this.open.value.find(({ id }) => id === this.#focus.value) ?? null);
    this.shown = computed(() => {
      if (this.hasRoom.value) return this.open.value;
      return this.thread.value ? [this.thread.value] : [];
    });
  }

  find(conversationId: string | null | undefined): Thread | null {
    return this.open.peek().find(({ id }) => id === conversationId) ?? null;
  }

  isShown(conversationId: string): boolean {
    return this.shown.value.some(({ id }) => id === conversationId);
  }

  show(focus: string | null, named: readonly string[]): void {
    this.#named = named;
    this.#lay(focus);
  }

  /** The window became wider or narrower. */
  fit(hasRoom: boolean): void {
    if (hasRoom !== this.hasRoom.peek()) this.#lay(this.#focus.peek(), hasRoom);
  }

  /** There is a connection: each is watched and caught up. Positions of another database mean nothing: then they are read afresh. */
  resume(isAfresh: boolean): void {
    if (isAfresh) {
      const before = this.open.peek();
      for (const thread of before) thread.dispose();
      this.open.value = before.map(({ id }) => this.#parts.create(id));
    }
    for (const thread of this.open.peek()) void thread.connect();
  }

  /** What is watched beside a conversation, and goes on being watched. */
  beside(conversationId: string | null): { beside?: string } {
    const other = this.open.peek().find(({ id }) => id !== conversationId);
    return other ? { beside: other.id } : {};
  }

  dispose(): void {
    for (const thread of this.open.peek()) thread.dispose();
  }

  /** What has no room is not begun; what was begun is kept, with all that was typed there. */
  #lay(focus: string | null, hasRoom = this.hasRoom.peek()): void {
    const before = this.open.peek();
    const wanted = this.#named.filter((id) => hasRoom || id === focus || this.find(id));
    const opened = wanted.filter((id) => !this.find(id));
    const gone = before.filter(({ id }) => !wanted.includes(id));
    for (const thread of gone) thread.dispose();
    batch(() => {
      this.open.value = wanted.map((id) => this.find(id) ?? this.#parts.create(id));
      this.#focus.value = focus;
      this.hasRoom.value = hasRoom;
    });
    this.#watch(opened, gone.length > 0);
    if (opened.length > 0 || gone.length > 0) this.#parts.onMoved(opened);
    for (const thread of this.shown.peek()) if (!opened.includes(thread.id)) thread.seen();
  }

  #watch(opened: readonly string[], isLeft: boolean): void {
    const { connection } = this.#parts;
    if (connection.state.status !== 'online') return;
    for (const id of opened) void this.find(id)?.connect();
    if (opened.length > 0 || !isLeft) return;
    void connection.send('conversation:watch', { conversationId: null, ...this.beside(null) });
  }
}
