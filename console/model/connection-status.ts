import { computed, signal } from '@preact/signals';
import type { ConnectionState } from '../../protocol/client/connection.ts';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';

/** What the bar says. `quiet` shows nothing: a short gap is nobody's business. */
export type Link = 'quiet' | 'connecting' | 'offline' | 'behind' | 'back' | 'outdated' | 'refused';

const PATIENCE_MS = 800;
const BACK_SHOWN_MS = 3_000;
/** A first connection that takes longer than this is an absence, not a beginning. */
const CONNECTING_SHOWN_MS = 6_000;

export class ConnectionStatus {
  readonly link = computed<Link>(() =>
    this.#link.value === 'quiet' && this.#behind.value ? 'behind' : this.#link.value,
  );
  /** For everything that must not pretend: true only with a working link. */
  readonly online = signal(false);
  readonly #clock: Clock;
  readonly #link = signal<Link>('quiet');
  readonly #behind = signal(false);
  #lagging: Cancel | null = null;
  #wasOnline = false;
  #pending: Cancel | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  hear(state: ConnectionState): void {
    this.online.value = state.status === 'online';
    if (state.status === 'online') this.#up();
    else if (state.status === 'refused') this.#show(state.error === 'version_too_old' ? 'outdated' : 'refused');
    else this.#down();
  }

  /** Whether what is held is known not to be the latest. Said once it lasts, until it is caught up. */
  lag(isBehind: boolean): void {
    this.#lagging?.();
    this.#behind.value = false;
    this.#lagging = isBehind ? this.#clock.after(PATIENCE_MS, () => (this.#behind.value = true)) : null;
  }

  dispose(): void {
    this.lag(false);
    this.#pending?.();
    this.#pending = null;
  }

  #up(): void {
    this.#wasOnline = true;
    const missed = this.#link.value === 'offline';
    this.#show(missed ? 'back' : 'quiet');
    if (missed) this.#pending = this.#clock.after(BACK_SHOWN_MS, () => this.#show('quiet'));
  }

  /** Each failed try changes the state again; the patience runs once from the first loss. */
  #down(): void {
    const shown = this.#link.value;
    if (shown === 'connecting' || shown === 'offline' || (shown === 'quiet' && this.#pending)) return;
    this.#show('quiet');
    this.#pending = this.#clock.after(PATIENCE_MS, () => {
      this.#show(this.#wasOnline ? 'offline' : 'connecting');
      if (!this.#wasOnline) this.#pending = this.#clock.after(CONNECTING_SHOWN_MS, () => this.#show('offline'));
    });
  }

  #show(link: Link): void {
    this.#pending?.();
    this.#pending = null;
    this.#link.value = link;
  }
}
