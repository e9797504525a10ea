import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, ErrorCode } from '../../protocol/wire/errors.ts';
import { NOTE_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { Question, QuestionEnd, QuestionNews } from '../../protocol/wire/questions.ts';
import type { AgentConnection, AgentEvent } from './agent-link.ts';
import { Latest } from './load.ts';
import type { NewClientId } from './ports.ts';
import type { Told } from './ring.ts';

export interface QuestionsParts {
  connection: AgentConnection;
  newClientId: NewClientId;
  meId: string;
  /** Departments of mine. */
  own: ReadonlySignal<readonly string[]>;
  /** The conversations that are open. */
  openIds(): readonly string[];
  /** Once over all tabs. */
  ring(name: string, told: Told): void;
}

export interface NewQuestion {
  conversationId: string;
  to: { agentId: string } | { departmentId: string };
  body: string;
  dueAt: number;
}

/** Questions to colleagues (T15–T18): asked of me, asked by me, and those of the conversation that is open. */
export class Questions {
  readonly busy = signal(false);
  readonly charsMax = NOTE_CHARS_MAX;
  /** For me to answer, the soonest due first. */
  readonly asked: ReadonlySignal<Question[]>;
  /** Conversations in which somebody waits for my word. */
  readonly ids = computed(() => new Set(this.asked.value.map(({ conversationId }) => conversationId)));
  /** What became of mine since I looked. */
  readonly news: ReadonlySignal<Question[]>;
  readonly #parts: QuestionsParts;
  readonly #all = signal<ReadonlyMap<string, Question>>(new Map());
  readonly #latest = new Latest();
  readonly #unseen = signal<ReadonlySet<string>>(new Set());
  /** Seen, and still shown in its conversation until it is put away. */
  readonly #fresh = signal<ReadonlySet<string>>(new Set());

  constructor(parts: QuestionsParts) {
    this.#parts = parts;
    const sorted = computed(() => [...this.#all.value.values()].sort((one, other) => one.dueAt - other.dueAt));
    this.asked = computed(() => sorted.value.filter((one) => one.state === 'open' && this.isForMe(one)));
    this.news = computed(() => sorted.value.filter(({ id }) => this.#unseen.value.has(id)));
  }

  isForMe({ by, to, department }: Question): boolean {
    if (by.id === this.#parts.meId) return false;
    if (to) return to.id === this.#parts.meId;
    return department !== null && this.#parts.own.value.includes(department.id);
  }

  isMine({ by }: Question): boolean {
    return by.id === this.#parts.meId;
  }

  /** What stands over the box of a conversation: open ones, and what has just become of others. */
  of(conversationId: string): Question[] {
    const isNew = (id: string) => this.#fresh.value.has(id) || this.#unseen.value.has(id);
    return [...this.#all.value.values()]
      .filter((one) => one.conversationId === conversationId && (one.state === 'open' || isNew(one.id)))
      .sort((one, other) => one.dueAt - other.dueAt);
  }

  hear(event: AgentEvent): void {
    if (event.kind !== 'fact') return;
    if (event.name === 'session:ready') void this.load();
    else if (event.name === 'question:changed') this.#heard(event.payload.question, event.payload.why);
  }

  /** Of one conversation; without it what concerns me. What is newer than its answer has it asked again (Z13). */
  async load(conversationId?: string): Promise<void> {
    const mayTake = this.#latest.ask();
    const answer = await this.#parts.connection.send('question:list', conversationId ? { conversationId } : {});
    if (!answer.ok) return;
    if (!mayTake()) return this.load(conversationId);
    const { questions } = answer.value;
    const found = new Map([...this.#all.peek(), ...questions.map((one) => [one.id, one] as const)]);
    const listed = new Set(questions.map(({ id }) => id));
    // What is open here and not there ended, or is mine no more.
    for (const [id, one] of found)
      if (one.state === 'open' && !listed.has(id) && (!conversationId || one.conversationId === conversationId))
        found.delete(id);
    this.#all.value = found;
    if (!conversationId)
      this.#unseen.value = new Set(questions.flatMap(({ id, state }) => (state === 'open' ? [] : id)));
    if (!conversationId) for (const openId of this.#parts.openIds()) void this.load(openId);
  }

  /** Null: asked. Otherwise why not. */
  ask({ to, ...given }: NewQuestion): Promise<ErrorCode | null> {
    const clientId = this.#parts.newClientId();
    return this.#run(() => this.#parts.connection.send('question:ask', { ...given, ...to, clientId }));
  }

  end({ id }: Question, how: QuestionEnd, body?: string): Promise<ErrorCode | null> {
    const clientId = this.#parts.newClientId();
    const words = body?.trim() ? { body } : {};
    return this.#run(() => this.#parts.connection.send('question:end', { id, clientId, how, ...words }));
  }

  /** This conversation is looked at. */
  seen(conversationId: string): void {
    const here = this.news.peek().filter((one) => one.conversationId === conversationId);
    if (here.length === 0) return;
    this.#fresh.value = new Set([...this.#fresh.peek(), ...here.map(({ id }) => id)]);
    this.#see(here.map(({ id }) => id));
    if (here.some((one) => this.isMine(one))) void this.#parts.connection.send('question:seen', { conversationId });
  }

  putAway(id: string): void {
    this.#fresh.value = new Set([...this.#fresh.peek()].filter((one) => one !== id));
    this.#see([id]);
  }

  #see(ids: readonly string[]): void {
    this.#latest.tell();
    this.#unseen.value = new Set([...this.#unseen.peek()].filter((id) => !ids.includes(id)));
  }

  #heard(question: Question, why: QuestionNews): void {
    const { id, conversationId, text, answer } = question;
    const held = this.#all.peek().get(id);
    if (held && held.version > question.version) return;
    this.#put(question);
    if (why === 'seen') this.#see([id]);
    if (why === 'seen' || held?.version === question.version) return;
    const ring = (who: string | undefined, said: string, kind: Told['kind']) =>
      this.#parts.ring(`question:${id}:${why}`, { kind, conversationId, text: said, ...(who ? { who } : {}) });
    const forMe = this.isForMe(question);
    if (forMe && (why === 'asked' || why === 'overdue')) ring(question.by.name, text, 'ask');
    if (forMe || why === 'asked' || question.endedBy?.id === this.#parts.meId) return;
    // Whoever only looks at the conversation is told as well, and sees it there.
    if (!this.isMine(question) && this.#parts.openIds().includes(conversationId)) return;
    if (why !== 'overdue') this.#unseen.value = new Set([...this.#unseen.peek(), id]);
    ring(question.endedBy?.name, answer ?? text, 'mention');
  }

  async #run(command: () => Promise<Answer<Question>>): Promise<ErrorCode | null> {
    if (this.busy.peek()) return 'unavailable';
    this.busy.value = true;
    const answer = await command();
    this.busy.value = false;
    if (!answer.ok) {
      if (answer.error === 'changed_meanwhile') void this.load();
      return answer.error;
    }
    const { id, version } = answer.value;
    if ((this.#all.peek().get(id)?.version ?? 0) < version) this.#put(answer.value);
    return null;
  }

  #put(question: Question): void {
    this.#latest.tell();
    this.#all.value = new Map([...this.#all.peek(), [question.id, question]]);
  }
}
