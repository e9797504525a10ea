import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Standing } from '../../protocol/client/timeline.ts';
import type { Answer, ErrorCode } from '../../protocol/wire/errors.ts';
import type { AgentCommands } from '../../protocol/wire/events.ts';
import type { AgentCard, AgentProfile, Ask } from '../../protocol/wire/model.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { AgentConnection } from './agent-link.ts';

export interface HandParts {
  conversationId: string;
  connection: AgentConnection;
  me: Pick<AgentProfile, 'id' | 'role'>;
  standing: ReadonlySignal<Standing>;
  participants: ReadonlySignal<AgentCard[]>;
  /** A question that is open, by the list. */
  ask: ReadonlySignal<Ask | null>;
}

/** What I may do by hand here and now; the relay decides again. */
export interface Offered {
  pick: boolean;
  takeOver: boolean;
  /** Transfer, invite, return. */
  passOn: boolean;
  leave: boolean;
  /** A copy by mail to the visitor. */
  copy: boolean;
}

type Simple =
  | 'conversation:pick'
  | 'conversation:takeover'
  | 'conversation:leave'
  | 'ask:accept'
  | 'ask:decline'
  | 'ask:cancel';

/** Moving one conversation by hand (docs/team.md). */
export class Hand {
  readonly busy = signal(false);
  readonly refused = signal<ErrorCode | null>(null);
  readonly offered: ReadonlySignal<Offered>;
  readonly #parts: HandParts;

  constructor(parts: HandParts) {
    this.#parts = parts;
    this.offered = computed(() => this.#offered());
  }

  do(command: Simple): Promise<boolean> {
    const { connection, conversationId } = this.#parts;
    return this.#run(() => connection.send(command, { conversationId }));
  }

  giveBack(note: string): Promise<boolean> {
    const { connection, conversationId } = this.#parts;
    return this.#run(() => connection.send('conversation:return', { conversationId, ...noted(note) }));
  }

  moveTo(departmentId: string, note: string): Promise<boolean> {
    const { connection, conversationId } = this.#parts;
    return this.#run(() => connection.send('conversation:move', { conversationId, departmentId, ...noted(note) }));
  }

  askFor(kind: Ask['kind'], agentId: string, note: string): Promise<boolean> {
    const { connection, conversationId } = this.#parts;
    const input: AgentCommands['conversation:ask']['in'] = { conversationId, kind, agentId, ...noted(note) };
    return this.#run(() => connection.send('conversation:ask', input));
  }

  sendCopy(email: string): Promise<boolean> {
    const { connection, conversationId } = this.#parts;
    return this.#run(() => connection.send('transcript:send', { conversationId, email }));
  }

  /** True when it is done. A second press while the first is under way does nothing. */
  async #run(command: () => Promise<Answer<unknown>>): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    this.refused.value = null;
    const answer = await command();
    this.busy.value = false;
    if (!answer.ok) this.refused.value = answer.error;
    return answer.ok;
  }

  #offered(): Offered {
    const { me, standing, participants, ask } = this.#parts;
    const { status, agent } = standing.value;
    const mine = status === 'active' && agent?.id === me.id;
    const serves = may(me, 'conversation:serve');
    const directs = status === 'active' && may(me, 'conversation:direct');
    return {
      pick: status === 'queued' && serves,
      takeOver: directs && !mine,
      passOn: (mine || directs) && ask.value === null,
      copy: serves && agent !== null,
      leave: participants.value.some((one) => one.id === me.id),
    };
  }
}

function noted(note: string): { note?: string } {
  const text = note.trim();
  return text ? { note: text } : {};
}
