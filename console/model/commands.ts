import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { Keyboard, KeyFocus, Memory } from './ports.ts';
import { type Chord, fits, isPlain, readKeys, type Stroke } from './strokes.ts';

/** Where it belongs, in the order of the sheet. */
const COMMAND_GROUPS = ['anywhere', 'go', 'inbox', 'thread', 'composer', 'people', 'settings'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that can be done, by whatever way: a key, the palette. */
export interface Command {
  /** Unique, `noun:verb`: `thread:close`. */
  id: string;
  group: CommandGroup;
  /** Read when it is drawn. */
  name(): string;
  /** `mod+k`, `alt+n`, `e`, `g i` (one after the other). Left out: only in the palette. */
  keys?: string;
  /** Whether it can be done here and now. Left out: as long as it is registered. */
  applies?(): boolean;
  /** The view that registered it hears the key by itself, as a text box does Enter: it only stands in the sheet. */
  heardElsewhere?: boolean;
  run(): unknown;
}

interface CommandSet {
  commands: readonly Command[];
  of: string | null;
}

interface Parts {
  keyboard: Keyboard;
  clock: Clock;
  memory: Memory;
  /** The conversation that has the focus: what others registered waits until they have it (U16). */
  focused(): string | null;
}

/** A preference of this browser: letters alone do nothing (KB3). */
const PLAIN_KEY = 'deskbell:console:letters-off';
/** Longer apart, two strokes are two. */
const NEXT_STROKE_MS = 1_500;

/** Everything that can be done where the person is, in one list: the keyboard, the palette, the sheet and the tooltips read it (KB1). */
export class Commands {
  readonly all: ReadonlySignal<Command[]>;
  /** Letters without Ctrl or Alt do something, unless somebody writes. */
  readonly plainOn = signal(true);
  readonly apple: boolean;
  readonly groups = COMMAND_GROUPS;
  readonly #sets = signal<ReadonlyMap<symbol, CommandSet>>(new Map());
  readonly #parts: Parts;
  /** Commands of two strokes of which the first has been made. */
  #begun: { command: Command; rest: Chord[] }[] = [];
  #begunIn: string | null = null;
  #forget: Cancel | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.all = computed(() => {
      const focused = parts.focused();
      return [...this.#sets.value.values()].flatMap(({ of, commands }) =>
        of === null || of === focused ? commands : [],
      );
    });
    this.apple = parts.keyboard.apple;
    this.plainOn.value = parts.memory.read(PLAIN_KEY) !== 'yes';
  }

  /** From now on, until the answer is called. `of`: the conversation in whose view they stand; null: none. */
  register(commands: readonly Command[], of: string | null = null): () => void {
    const set = Symbol();
    this.#sets.value = new Map([...this.#sets.peek(), [set, { commands, of }]]);
    return () => {
      const rest = new Map(this.#sets.peek());
      rest.delete(set);
      this.#sets.value = rest;
    };
  }

  find(id: string): Command | undefined {
    return this.all.value.find((command) => command.id === id);
  }

  /** What can be done now. */
  now(): Command[] {
    return this.all.value.filter((command) => command.applies?.() ?? true);
  }

  setPlain(on: boolean): void {
    this.plainOn.value = on;
    if (on) this.#parts.memory.remove(PLAIN_KEY);
    else this.#parts.memory.write(PLAIN_KEY, 'yes');
  }

  listen(): () => void {
    return this.#parts.keyboard.listen((stroke, focus) => this.#hear(stroke, focus));
  }

  /** True where the stroke was for us: the browser does nothing with it. */
  #hear(stroke: Stroke, focus: KeyFocus): boolean {
    if (focus === 'modal') return false;
    // What was begun in one conversation is not ended in another.
    const begun = this.#begunIn === this.#parts.focused() ? this.#begun : [];
    this.#end();
    // Whoever registered last is nearest to the person.
    const here = this.now()
      .filter((command) => command.keys !== undefined && !command.heardElsewhere)
      .reverse()
      .map((command) => ({ command, rest: readKeys(command.keys ?? '') }));
    const fitting = [...begun, ...here].filter(({ rest: [first] }) => {
      if (!first || !fits(first, stroke, this.apple)) return false;
      return !isPlain(first) || (this.plainOn.peek() && focus === 'free');
    });
    const whole = fitting.find(({ rest }) => rest.length === 1);
    if (whole) {
      whole.command.run();
      return true;
    }
    if (fitting.length === 0) return false;
    this.#begun = fitting.map(({ command, rest }) => ({ command, rest: rest.slice(1) }));
    this.#begunIn = this.#parts.focused();
    this.#forget = this.#parts.clock.after(NEXT_STROKE_MS, () => this.#end());
    return true;
  }

  #end(): void {
    this.#begun = [];
    this.#forget?.();
    this.#forget = null;
  }
}
