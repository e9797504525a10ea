import { expect, test } from 'vitest';
import type { Thread } from '../../console/model/thread.ts';
import { type Random, seededRandom } from '../../protocol/kit/random.ts';
import { visitorSays } from '../support/console-desk.ts';
import { settle } from '../support/manual-clock.ts';
import { TwoThreads, UNDO_MS } from '../support/two-threads.ts';

/**
 * Two conversations beside each other, and somebody who writes in both while the focus, the window and the link do what they like. Each
 * word names the conversation it was written in, so that one that strays says where it came from. `FLOW_SEED=7` repeats one seed.
 */

const SEEDS = process.env.FLOW_SEED
  ? [Number(process.env.FLOW_SEED)]
  : Array.from({ length: Number(process.env.FLOW_SEEDS ?? 40) }, (_, index) => index + 1);
const STEPS = 120;
const IDS = ['first', 'second', 'third'] as const;

/** Commands that carry words, and where those words may come from. */
const CARRIERS = ['message:send', 'note:add', 'draft:write', 'planned:add', 'message:edit'] as const;

class Desk {
  readonly diary: string[] = [];
  readonly two = new TwoThreads(IDS);
  /** What was sent and not called back, in its order. */
  readonly meant = new Map<string, string[]>(IDS.map((id) => [id, []]));
  readonly #random: Random;
  #words = 0;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  async run(): Promise<void> {
    await this.two.open('/console/inbox/first?beside=second');
    this.#look();
    for (let step = 0; step < STEPS; step += 1) {
      const act = this.#pick(ACTS);
      await this[act]();
      this.diary.push(act);
      if (this.#random() < 0.4) await settle();
      if (this.#random() < 0.3) await this.two.desk.clock.advance(Math.floor(this.#random() * 4_000));
      this.#look();
      this.check();
    }
    for (let round = 0; round < 6; round += 1) {
      // A relay that tells no heads for long is greeted anew.
      this.mend();
      await this.two.desk.clock.advance(UNDO_MS);
      await settle();
    }
    this.#look();
    this.check();
    // Each word is where it was meant for, once and in its order.
    for (const id of IDS) {
      const said = this.two.desk.relay.payloads('message:send').filter((one) => one.conversationId === id);
      expect(said.map(({ body }) => body)).toEqual(this.meant.get(id));
    }
  }

  check(): void {
    const { relay, desk } = this.two.desk;
    for (const name of CARRIERS)
      for (const one of relay.payloads(name)) this.#isOf(one.conversationId, 'body' in one ? one.body : '', name);
    for (const thread of desk.threads.peek()) {
      this.#isOf(thread.id, thread.draft.peek(), 'the box');
      this.#isOf(thread.id, thread.notes.draft.peek(), 'the note');
      this.#isOf(thread.id, thread.revising.editing.peek()?.text ?? '', 'the edit');
    }
    for (const id of IDS) {
      this.#isOf(id, desk.composing.drafts.read(id), 'the draft');
      this.#isOf(id, desk.composing.noteDrafts.read(id), 'the draft of a note');
    }
    const ids = desk.threads.peek().map(({ id }) => id);
    expect(ids.length).toBeLessThanOrEqual(2);
    expect(new Set(ids).size).toBe(ids.length);
    // What was not on the screen was not read.
    for (const { conversationId, readSeq } of relay.payloads('receipt:set'))
      expect(readSeq).toBeLessThanOrEqual(this.#seen.get(conversationId) ?? 0);
  }

  readonly #seen = new Map<string, number>();

  /** Before and after whatever happens: the end of what is on the screen, as far as the relay has it. */
  #look(): void {
    const { attention, desk } = this.two.desk;
    if (!attention.seen) return;
    for (const { id } of desk.panes.shown.peek()) this.#seen.set(id, this.two.stored.get(id)?.length ?? 0);
  }

  type(): void {
    const thread = this.#thread();
    thread?.write(`${thread.draft.peek()} ${this.#word(thread.id)}`.trim());
  }

  send(): void {
    const thread = this.#thread();
    const text = thread?.draft.peek().trim() ?? '';
    if (thread?.send()) this.#mean(thread.id, text);
    this.#look();
  }

  sendAndClose(): void {
    const thread = this.#thread();
    const text = thread?.draft.peek().trim() ?? '';
    if (thread && this.two.desk.desk.composing.sendAndClose(thread, 'resolved')) this.#mean(thread.id, text);
    this.#look();
  }

  undo(): void {
    const { composing } = this.two.desk.desk;
    const held = composing.held.of(this.#pick(IDS));
    if (!held?.conversationId) return;
    const meant = this.meant.get(held.conversationId) ?? [];
    meant.splice(meant.lastIndexOf(held.body), 1);
    composing.undo(held.clientId);
  }

  note(): void {
    const thread = this.#thread();
    thread?.notes.write(this.#word(thread.id));
    if (this.#random() < 0.5) thread?.notes.send();
  }

  edit(): void {
    const thread = this.#thread();
    thread?.revising.start(1, this.#word(thread.id));
    if (this.#random() < 0.5) void thread?.revising.save();
  }

  later(): void {
    const thread = this.#thread();
    const body = thread?.draft.peek().trim();
    if (!thread || !body) return;
    // The dialog is answered while the focus may be elsewhere.
    void this.two.desk.desk.composing.keepLater({ conversationId: thread.id, body }, body, 90_000_000);
    this.focus();
  }

  elsewhere(): void {
    const id = this.#pick(IDS);
    const draft = {
      conversationId: id,
      kind: this.#pick(['reply', 'note'] as const),
      body: this.#word(id),
      version: 9,
    };
    this.two.desk.relay.fact('draft:changed', { draft });
  }

  visitor(): void {
    const id = this.#pick(IDS);
    this.#look();
    this.two.add(id, (seq) => visitorSays(seq, `${id} asks again`));
    this.#look();
  }

  focus(): void {
    this.#look();
    this.two.desk.app.focusPane(this.#pick(IDS));
    this.#look();
  }

  go(): void {
    this.two.desk.app.go({ name: 'inbox', conversationId: this.#pick(IDS) });
    this.#look();
  }

  async beside(): Promise<void> {
    await this.two.desk.app.openBeside(this.#pick(IDS));
    this.#look();
  }

  async close(): Promise<void> {
    const { app, desk } = this.two.desk;
    const [one, other] = desk.threads.peek();
    if (one && other) await app.closePane(this.#pick([one.id, other.id]));
    this.#look();
  }

  resize(): void {
    this.two.desk.desk.panes.fit(this.#random() < 0.7);
    this.#look();
  }

  look(): void {
    this.two.desk.attention.turn(this.#random() < 0.7);
    this.#look();
  }

  cut(): void {
    this.two.desk.relay.enter({ status: 'offline' });
  }

  mend(): void {
    this.#look();
    if (this.two.desk.relay.state.status !== 'online') this.two.desk.relay.ready({ epoch: 'epoch-1' });
  }

  #thread(): Thread | undefined {
    return this.#pick(this.two.desk.desk.threads.peek());
  }

  #mean(id: string, text: string): void {
    this.meant.get(id)?.push(text);
  }

  #word(id: string): string {
    this.#words += 1;
    return `${id}-${this.#words}`;
  }

  #isOf(id: string, text: string, where: string): void {
    const strayed = text.split(/\s+/).filter((word) => word !== '' && !word.startsWith(`${id}-`));
    expect(strayed, `${where} of ${id}`).toEqual([]);
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }
}

const ACTS = [
  ...(['type', 'type', 'type', 'type', 'send', 'send', 'sendAndClose', 'undo', 'note', 'edit', 'later'] as const),
  ...(['elsewhere', 'visitor', 'visitor', 'focus', 'focus', 'go', 'beside', 'close', 'resize', 'look'] as const),
  ...(['cut', 'mend', 'mend'] as const),
];

test.each(SEEDS)('U15 words stay in the conversation in which they were written: seed %i', async (seed) => {
  const desk = new Desk(seed);
  try {
    await desk.run();
  } catch (error) {
    throw new Error(`seed ${seed}: ${String(error)}\n${desk.diary.join(' ')}`, { cause: error });
  }
});
