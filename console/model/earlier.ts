import { signal } from '@preact/signals';
import { addPage, emptyTimeline, isBehind, type Timeline } from '../../protocol/client/timeline.ts';
import type { EarlierConversation } from '../../protocol/wire/thread.ts';
import type { AgentConnection } from './agent-link.ts';

export interface EarlierTalk {
  about: EarlierConversation;
  timeline: Timeline;
}

/** The same visitor's conversations before this one, one more at a time, to read only. */
export class Earlier {
  /** The oldest first. */
  readonly talks = signal<readonly EarlierTalk[]>([]);
  /** `none`: there are no more. */
  readonly state = signal<'more' | 'loading' | 'none' | 'failed'>('more');
  readonly #conversationId: string;
  readonly #connection: AgentConnection;

  constructor(conversationId: string, connection: AgentConnection) {
    this.#conversationId = conversationId;
    this.#connection = connection;
  }

  /** One more. */
  async load(): Promise<void> {
    const { state, talks } = this;
    if (state.value === 'loading' || state.value === 'none') return;
    state.value = 'loading';
    const conversationId = talks.value[0]?.about.conversationId ?? this.#conversationId;
    const answer = await this.#connection.send('conversation:earlier', { conversationId });
    const about = answer.ok ? answer.value.earlier : undefined;
    const timeline = about && (await this.#read(about.conversationId));
    if (about === undefined || timeline === undefined) {
      state.value = 'failed';
      return;
    }
    if (about && timeline) talks.value = [{ about, timeline }, ...talks.value];
    state.value = about ? 'more' : 'none';
  }

  /** J12, J13: nothing of that one is kept any more; without an id, of none. */
  forget(conversationId?: string): void {
    const { talks } = this;
    const rest = conversationId ? talks.peek().filter(({ about }) => about.conversationId !== conversationId) : [];
    if (rest.length < talks.peek().length) talks.value = rest;
  }

  /** All of it, or nothing. */
  async #read(conversationId: string): Promise<Timeline | undefined> {
    let timeline = emptyTimeline(conversationId);
    do {
      const answer = await this.#connection.send('conversation:sync', { conversationId, afterSeq: timeline.last });
      if (!answer.ok || answer.value.entries.length === 0) return undefined;
      timeline = addPage(timeline, answer.value);
    } while (isBehind(timeline));
    return timeline;
  }
}
