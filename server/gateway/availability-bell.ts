import type { Audience } from './rooms.ts';

/** Tells visitors whether anybody is there, when and only when that has changed. */
export class AvailabilityBell {
  readonly #visitors: Audience;
  readonly #read: () => Promise<boolean>;
  readonly #onError: (error: unknown) => void;
  #told: boolean | null = null;
  #reading = false;
  #again = false;

  constructor(visitors: Audience, read: () => Promise<boolean>, onError: (error: unknown) => void) {
    this.#visitors = visitors;
    this.#read = read;
    this.#onError = onError;
  }

  /** What visitors were told last; null before the first look. */
  get told(): boolean | null {
    return this.#told;
  }

  /** Something may have changed it: looks. Looks that are asked for while one runs become one more. */
  async ring(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    try {
      do {
        this.#again = false;
        this.#flip(await this.#read());
      } while (this.#again);
    } catch (error) {
      this.#onError(error);
    } finally {
      this.#reading = false;
    }
  }

  #flip(available: boolean): void {
    // Before the first look nobody was told anything but by their own `session:ready`.
    if (this.#told !== null && this.#told !== available) {
      this.#visitors.tellAll('availability:changed', { available });
    }
    this.#told = available;
  }
}
