import { signal } from '@preact/signals';
import type { AssistTask, InTrouble, Said } from '../../protocol/wire/outside.ts';
import { ASSIST_MS_MAX } from '../../protocol/wire/outside-limits.ts';
import { askOutside, type OutsideParts } from './outside-parts.ts';
import type { Thread } from './thread.ts';
import type { Trouble } from './translating.ts';

/** What is asked of the assistant, where what it says stands, and what stood there before. */
export type Help =
  | { state: 'asking'; task: AssistTask }
  | { state: 'shown'; task: AssistTask | 'translated'; before: string; into: string | null }
  | ({ state: 'trouble'; task: AssistTask } & Trouble);

/** CS9: suggestions come into the box as a draft, with a way back; nothing is sent by itself. */
export class Helping {
  readonly now = signal<Help | null>(null);
  readonly #parts: OutsideParts;
  readonly #path: string;
  #giveUp = () => {};
  #turn = 0;

  constructor(conversationPath: string, parts: OutsideParts) {
    this.#parts = parts;
    this.#path = `${conversationPath}/assist`;
  }

  async ask(thread: Thread, task: AssistTask): Promise<void> {
    this.cancel();
    const turn = ++this.#turn;
    this.now.value = { state: 'asking', task };
    const answer = await askOutside<Said | InTrouble>(this.#parts, {
      ...{ method: 'POST', path: this.#path, body: task, ms: ASSIST_MS_MAX },
      cancel: (giveUp) => {
        this.#giveUp = giveUp;
      },
    });
    if (turn !== this.#turn) return;
    if (!answer.ok) this.now.value = { state: 'trouble', task, refusal: answer };
    else if (answer.value.kind === 'trouble') this.now.value = { state: 'trouble', task, trouble: answer.value };
    else if (task.task === 'sum_up') this.#noted(thread, task, answer.value.text);
    else this.put(thread, task, answer.value.text);
  }

  /** Into the box of the answer; what stood there comes back with `undo`. */
  put(thread: Thread, task: AssistTask | 'translated', text: string, into: string | null = null): void {
    const before = thread.draft.peek();
    // What somebody had begun is not written over by a suggestion.
    const begun = task !== 'translated' && task.task === 'suggest' && before.trim() !== '';
    thread.mode.value = 'reply';
    thread.write(begun ? `${before.trimEnd()}\n${text}` : text);
    this.now.value = { state: 'shown', task, before, into };
  }

  undo(thread: Thread): void {
    const { value: now } = this.now;
    if (now?.state !== 'shown') return;
    if (isNote(now.task)) thread.notes.write(now.before);
    else thread.write(now.before);
    this.now.value = null;
  }

  /** Also what is still on its way. */
  cancel(): void {
    this.#turn += 1;
    this.#giveUp();
    this.#giveUp = () => {};
    this.now.value = null;
  }

  #noted(thread: Thread, task: AssistTask, text: string): void {
    const before = thread.notes.draft.peek();
    thread.mode.value = 'note';
    thread.notes.write(before.trim() === '' ? text : `${before.trimEnd()}\n${text}`);
    this.now.value = { state: 'shown', task, before, into: null };
  }
}

function isNote(task: AssistTask | 'translated'): boolean {
  return task !== 'translated' && task.task === 'sum_up';
}
