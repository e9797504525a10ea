import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, ErrorCode } from '../../protocol/wire/errors.ts';
import type { FollowUp, FollowUpOutcome, KindWords } from '../../protocol/wire/feedback.ts';
import { FOLLOW_UP_NOTE_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { AgentProfile } from '../../protocol/wire/model.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { AgentConnection, AgentEvent } from './agent-link.ts';
import type { Memory, NewClientId } from './ports.ts';
import { FOLLOW_UP_VIEWS } from './route.ts';

export interface FollowUpsParts {
  connection: AgentConnection;
  memory: Memory;
  newClientId: NewClientId;
  me: Pick<AgentProfile, 'id' | 'role'>;
  /** The relay's time, moving each second. */
  now: ReadonlySignal<number>;
  /** Once over all tabs. */
  ring(name: string): void;
}

export interface NewFollowUpByHand {
  conversationId: string;
  kind: 'by_hand' | 'snooze';
  dueAt: number;
  /** Null: whoever directs. */
  ownerId: string | null;
  note: string;
}

/** More pages than this nobody works through; the list says that there is more. */
const PAGES_MAX = 5;

const SEEN_KEY = 'deskbell:console:follow-ups-seen:';

/** What I, or the team that I direct, have promised to look at again (K2–K4): live, and told where it is new. */
export class FollowUps {
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly open = computed(() => this.#sorted());
  readonly overdue: ReadonlySignal<number>;
  /** Nobody has said yet that she has seen these. */
  readonly news: ReadonlySignal<FollowUp[]>;
  /** Conversations with a reminder of mine that is still to come. */
  readonly snoozed: ReadonlySignal<ReadonlySet<string>>;
  readonly done = signal<readonly FollowUp[] | null>(null);
  readonly words = signal<readonly KindWords[]>([]);
  readonly more = signal(false);
  readonly busy = signal(false);
  readonly refused = signal<ErrorCode | null>(null);
  readonly noteMax = FOLLOW_UP_NOTE_CHARS_MAX;
  readonly leads: boolean;
  readonly views = FOLLOW_UP_VIEWS;
  readonly now: ReadonlySignal<number>;
  /** The conversation for which a follow-up is being written; null: none. */
  readonly asking = signal<string | null>(null);
  readonly #parts: FollowUpsParts;
  readonly #all = signal<ReadonlyMap<string, FollowUp>>(new Map());
  readonly #seenAt = signal(0);
  /** Given to me by a colleague since I looked. */
  readonly #given = signal<ReadonlySet<string>>(new Set());
  #asked = 0;

  constructor(parts: FollowUpsParts) {
    this.#parts = parts;
    this.now = parts.now;
    this.leads = may(parts.me, 'conversation:direct');
    this.overdue = computed(() => this.open.value.filter(({ dueAt }) => dueAt <= parts.now.value).length);
    this.news = computed(() => this.open.value.filter((one) => this.#isNews(one)));
    this.snoozed = computed(() => this.#snoozed(this.overdue.value));
    this.#readSeen();
  }

  /** Another tab of mine has seen them. */
  listen(): () => void {
    return this.#parts.memory.listen(SEEN_KEY, () => this.#readSeen());
  }

  hear(event: AgentEvent): void {
    if (event.kind !== 'fact') return;
    if (event.name === 'session:ready') void this.load();
    else if (event.name === 'followup:changed') this.#heard(event.payload.followUp, event.payload.why);
  }

  async load(): Promise<void> {
    if (!may(this.#parts.me, 'conversation:serve')) return;
    const asked = ++this.#asked;
    const found = new Map<string, FollowUp>();
    let after: { at: number; id: string } | undefined;
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const answer = await this.#parts.connection.send('followup:list', { list: 'open', ...(after && { after }) });
      if (asked !== this.#asked) return;
      if (!answer.ok) {
        if (this.state.value !== 'ready') this.state.value = 'failed';
        return;
      }
      for (const one of answer.value.followUps) found.set(one.id, one);
      const last = answer.value.followUps.at(-1);
      this.more.value = answer.value.more;
      if (!answer.value.more || !last) break;
      after = { at: last.dueAt, id: last.id };
    }
    // What was told while the pages came is newer than they are.
    for (const [id, held] of this.#all.value)
      if ((found.get(id)?.version ?? 0) < held.version && found.has(id)) found.set(id, held);
    this.#all.value = found;
    this.state.value = 'ready';
  }

  /** What is over, and good words about my own chats. */
  async loadDone(): Promise<void> {
    const answer = await this.#parts.connection.send('followup:list', { list: 'done' });
    if (answer.ok) this.done.value = answer.value.followUps;
  }

  async loadWords(): Promise<void> {
    const answer = await this.#parts.connection.send('feedback:own', {});
    if (answer.ok) this.words.value = answer.value.words;
  }

  ask(conversationId: string | null): void {
    this.asking.value = conversationId;
  }

  add(input: NewFollowUpByHand): Promise<boolean> {
    const { conversationId, kind, dueAt, ownerId, note } = input;
    const command = { conversationId, clientId: this.#parts.newClientId(), kind, dueAt, ownerId, note: note.trim() };
    return this.#run(() => this.#parts.connection.send('followup:add', command));
  }

  assign(id: string, ownerId: string | null): Promise<boolean> {
    return this.#run(() => this.#parts.connection.send('followup:change', { id, ownerId }));
  }

  end(id: string, outcome: FollowUpOutcome): Promise<boolean> {
    return this.#run(() => this.#parts.connection.send('followup:done', { id, outcome }));
  }

  /** "I have seen them": in all my tabs. */
  seen(): void {
    const at = Math.max(this.#parts.now.peek(), ...this.open.peek().map(({ madeAt }) => madeAt));
    this.#given.value = new Set();
    this.#seenAt.value = at;
    this.#parts.memory.write(SEEN_KEY + this.#parts.me.id, String(at));
  }

  mayHandle({ owner }: FollowUp): boolean {
    return this.leads || owner?.id === this.#parts.me.id;
  }

  /** Looked at anew when one comes due, not each second. */
  #snoozed(_overdue: number): ReadonlySet<string> {
    const now = this.#parts.now.peek();
    const mine = this.open.value.filter(({ kind, dueAt }) => kind === 'snooze' && dueAt > now);
    return new Set(mine.map(({ conversationId }) => conversationId));
  }

  #readSeen(): void {
    this.#seenAt.value = Number(this.#parts.memory.read(SEEN_KEY + this.#parts.me.id) ?? 0) || 0;
  }

  #sorted(): FollowUp[] {
    return [...this.#all.value.values()].sort((one, other) => one.dueAt - other.dueAt || (one.id < other.id ? -1 : 1));
  }

  /** New: made for me or for those I direct; or over its time since I looked. What I made myself is none before that. */
  #isNews(one: FollowUp): boolean {
    const seenAt = this.#seenAt.value;
    if (this.#given.value.has(one.id)) return true;
    if (one.dueAt > seenAt && one.dueAt <= this.#parts.now.value) return true;
    return one.by?.id !== this.#parts.me.id && one.madeAt > seenAt;
  }

  #heard(followUp: FollowUp, why: 'made' | 'changed' | 'overdue' | 'done'): void {
    const held = this.#all.value.get(followUp.id);
    if (held && held.version > followUp.version) return;
    const next = new Map(this.#all.value);
    if (followUp.done || !this.#concerns(followUp)) next.delete(followUp.id);
    else next.set(followUp.id, followUp);
    this.#all.value = next;
    if (followUp.done && this.done.value) void this.loadDone();
    if (!next.has(followUp.id)) return;
    const meId = this.#parts.me.id;
    const isGiven = why === 'changed' && followUp.owner?.id === meId && held?.owner?.id !== meId && !this.busy.peek();
    if (isGiven) this.#given.value = new Set([...this.#given.value, followUp.id]);
    const isOwnDoing = why === 'made' && followUp.by?.id === meId;
    if (isGiven || why === 'overdue' || (why === 'made' && !isOwnDoing))
      this.#parts.ring(`followup:${followUp.id}:${why}:${followUp.version}`);
  }

  #concerns({ kind, owner }: FollowUp): boolean {
    return owner?.id === this.#parts.me.id || (this.leads && kind !== 'snooze');
  }

  /** True when it is done. A second press while the first is under way does nothing. */
  async #run(command: () => Promise<Answer<FollowUp>>): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    this.refused.value = null;
    const answer = await command();
    if (answer.ok) this.#heard(answer.value, 'changed');
    else this.refused.value = answer.error;
    this.busy.value = false;
    return answer.ok;
  }
}
