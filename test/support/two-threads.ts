import { success } from '../../protocol/wire/errors.ts';
import type { Entry } from '../../protocol/wire/model.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from './console-desk.ts';
import { settle } from './manual-clock.ts';

export const UNDO_MS = 5_000;
const NO_MARKS = { visitorDelivered: 0, visitorRead: 0, agentDelivered: 0, agentRead: 0 };

/** A console and a relay that stores by conversation what is sent to it; each begins with three entries and is Ana's. */
export class TwoThreads {
  readonly desk = new ConsoleDesk();
  readonly stored: ReadonlyMap<string, Entry[]>;

  constructor(ids: readonly string[]) {
    this.stored = new Map(ids.map((id) => [id, [visitorSays(1, `${id} asks`), queued(2), assignedTo(3, ana)]]));
    this.#answer();
  }

  async open(path: string, hasRoom = true): Promise<void> {
    this.desk.go(path);
    await this.desk.open([...this.stored.keys()].map((id) => summaryOf(id)));
    this.desk.desk.panes.fit(hasRoom);
    await settle();
  }

  /** At its next place, and told. */
  add(id: string, make: (seq: number) => Entry): void {
    const entries = this.stored.get(id) ?? [];
    const entry = make(entries.length + 1);
    entries.push(entry);
    this.desk.relay.fact('entry:added', { conversationId: id, entry });
  }

  #answer(): void {
    const { relay, http } = this.desk;
    http.answers.set('departments', success([]));
    for (const quiet of ['receipt:set', 'typing:set', 'conversation:watch', 'message:edit', 'planned:add'] as const)
      relay.script(quiet as 'typing:set', () => success({}));
    relay.script('conversation:sync', ({ conversationId, afterSeq }) => {
      const all = this.stored.get(conversationId) ?? [];
      return success({ conversationId, entries: all.slice(afterSeq), head: all.length, more: false, marks: NO_MARKS });
    });
    relay.script('team:sync', ({ conversationId }) => success({ conversationId, entries: [], head: 0, more: false }));
    relay.script('draft:list', () => success({ drafts: [] }));
    relay.script('draft:write', ({ conversationId, kind, body }) =>
      success({ result: 'kept', draft: { conversationId, kind, body, version: body === '' ? 0 : 1 } }),
    );
    relay.script('mention:list', () => success({ mentions: [], more: false, unread: 0 }));
    relay.script('mention:seen', () => success({ unread: 0 }));
    relay.script('planned:list', () => success({ at: 0, planned: [] }));
    relay.script('question:list', () => success({ at: 0, questions: [] }));
    relay.script('team:list', () => success({ at: 0, members: [], awayReasons: [], idleAwayMs: 0, undoMs: UNDO_MS }));
    relay.script('message:send', ({ conversationId, clientId, body }) => {
      const all = this.stored.get(conversationId) ?? [];
      const agent = { id: ana.id, name: ana.name };
      all.push({ kind: 'message', author: 'agent', agent, clientId, body, seq: all.length + 1, at: all.length + 1 });
      return success({ seq: all.length, at: all.length });
    });
    relay.script('note:add', () => success({ number: 1, at: 1 }));
  }
}
