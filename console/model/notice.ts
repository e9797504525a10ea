import { signal } from '@preact/signals';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';

/** Short words about what a press did, by name; the sentences live in the UI. */
export type NoticeName =
  | 'copied'
  | 'not_copied'
  | 'not_closed'
  | 'not_set'
  | 'outbox_full'
  | 'message_not_there'
  | 'message_not_removed'
  | 'no_room'
  | 'not_signed_out'
  | 'follow_up_kept'
  | 'follow_up_not_done'
  | HandNotice;

/** Why something by hand was not done. */
type HandNotice = 'not_done' | 'taken' | 'absent' | 'gone' | 'asked' | 'ask_over' | 'not_allowed';

const BY_CODE: Partial<Record<ErrorCode, HandNotice>> = {
  reassigned: 'taken',
  agent_absent: 'absent',
  not_found: 'gone',
  ask_open: 'asked',
  ask_over: 'ask_over',
  forbidden: 'not_allowed',
};

const SHOWN_MS = 6_000;

export class Notice {
  readonly current = signal<NoticeName | null>(null);
  readonly #clock: Clock;
  #end: Cancel | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  show(name: NoticeName): void {
    this.#end?.();
    this.current.value = name;
    this.#end = this.#clock.after(SHOWN_MS, () => this.hide());
  }

  /** The relay said no to something by hand. */
  refuse(code: ErrorCode | null): void {
    this.show((code && BY_CODE[code]) ?? 'not_done');
  }

  hide(): void {
    this.#end?.();
    this.#end = null;
    this.current.value = null;
  }
}
