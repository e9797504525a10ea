import { StoreUnavailable } from '../store.ts';

/**
 * While a server says nothing, one asks it and everybody else is refused at once. Otherwise all who gave up waiting would be served first
 * when it is back, a hundred and fifty connections after half a minute, and those who still wait come late (P10).
 */
export class Hearing {
  #isSilent = false;
  #isAsked = false;

  /** Rejects with StoreUnavailable where somebody else is asking a silent server. */
  async ask<Out>(work: () => Promise<Out>): Promise<Out> {
    if (!this.#isSilent) return work();
    if (this.#isAsked) throw new StoreUnavailable('The database does not answer.');
    this.#isAsked = true;
    try {
      return await work();
    } finally {
      this.#isAsked = false;
    }
  }

  /** It answered, be it with a refusal. */
  heard(): void {
    this.#isSilent = false;
  }

  /** An error of the driver's, which alone tells waiting in vain from a door that is shut. */
  failed(error: unknown): void {
    if (/timeout/i.test(`${(error as Error | undefined)?.message}`)) this.#isSilent = true;
  }
}
