import { signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { BoardSnapshot } from '../../protocol/wire/board.ts';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { MeasuresToday } from '../../protocol/wire/measures.ts';
import type { AgentConnection } from './agent-link.ts';
import type { Awake } from './ports.ts';

export interface BoardParts {
  connection: AgentConnection;
  clock: Clock;
  today(): Promise<Answer<MeasuresToday>>;
  awake: Awake;
  /** Who only looks may leave a wall alone for longer than a session waits for somebody. */
  mayStay: boolean;
}

/** Today's figures follow what happens, but are read at most once in this time, and at least once in that. */
const TODAY_EVERY_MS_MIN = 900;
const TODAY_EVERY_MS_MAX = 60_000;
const WALL_TOUCH_EVERY_MS = 5 * 60_000;

/** The supervisors' board (T14). The relay tells it only while somebody looks. */
export class Board {
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly snapshot = signal<BoardSnapshot | null>(null);
  /** Today so far against the same weekday's usual; null until it is known. */
  readonly today = signal<MeasuresToday | null>(null);
  readonly #parts: BoardParts;
  #watching = false;
  #hung: (() => void) | null = null;
  #readAt = Number.NEGATIVE_INFINITY;
  #reading = false;
  #again = false;
  #next: Cancel | null = null;
  #due = Number.POSITIVE_INFINITY;

  constructor(parts: BoardParts) {
    this.#parts = parts;
  }

  watch(watching: boolean): void {
    if (this.#watching === watching) return;
    this.#watching = watching;
    void this.#tell();
    if (watching) this.#readIn(0);
    else this.#next?.();
  }

  /** On a wall nobody presses a key: the screen stays lit, and a viewer's session goes on to its full age. */
  hang(onWall: boolean): void {
    this.#hung?.();
    this.#hung = null;
    if (!onWall) return;
    const { awake, clock, connection, mayStay } = this.#parts;
    const sleep = awake.hold();
    let next: Cancel = () => {};
    const touch = () => {
      next = clock.after(WALL_TOUCH_EVERY_MS, () => {
        void connection.send('session:touch', {});
        touch();
      });
    };
    if (mayStay) touch();
    this.#hung = () => {
      next();
      sleep();
    };
  }

  /** Asks anew: a new link knows nothing of what the last one was asked for, and what failed may go now. */
  resume(): void {
    if (!this.#watching) return;
    void this.#tell();
    this.#readIn(0);
  }

  heard(snapshot: BoardSnapshot): void {
    if (!this.#watching) return;
    const isNews = sizeOf(snapshot) !== sizeOf(this.snapshot.peek());
    this.snapshot.value = snapshot;
    this.state.value = 'ready';
    if (!isNews) return;
    if (this.#reading) this.#again = true;
    else this.#readIn(Math.max(0, this.#readAt + TODAY_EVERY_MS_MIN - this.#parts.clock.now()));
  }

  async #tell(): Promise<void> {
    if (this.state.peek() === 'failed') this.state.value = 'loading';
    const answer = await this.#parts.connection.send('board:watch', { watching: this.#watching });
    if (!answer.ok && this.#watching && this.state.value !== 'ready') this.state.value = 'failed';
  }

  #readIn(ms: number): void {
    const { clock } = this.#parts;
    const due = clock.now() + ms;
    if (this.#due <= due) return;
    this.#next?.();
    this.#due = due;
    this.#next = clock.after(ms, () => void this.#read());
  }

  async #read(): Promise<void> {
    this.#due = Number.POSITIVE_INFINITY;
    if (!this.#watching || this.#reading) return;
    this.#reading = true;
    this.#again = false;
    this.#readAt = this.#parts.clock.now();
    const answer = await this.#parts.today();
    this.#reading = false;
    // What is not known is not shown; the rest of the board goes on.
    if (answer.ok) this.today.value = answer.value;
    else if (answer.error !== 'unavailable') this.today.value = null;
    if (this.#watching) this.#readIn(this.#again ? TODAY_EVERY_MS_MIN : TODAY_EVERY_MS_MAX);
  }
}

/** What tells one picture from another as far as today's figures go: somebody came, was given an agent, or had an answer. */
function sizeOf(snapshot: BoardSnapshot | null): string {
  if (!snapshot) return '';
  const { queue, serving } = snapshot;
  return `${queue.total} ${serving.total} ${serving.waiting.map(({ id, waitingSince }) => `${id}${waitingSince}`).join()}`;
}
