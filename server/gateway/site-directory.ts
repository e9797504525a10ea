import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import { REREAD_EVERY_MS } from '../../protocol/wire/limits.ts';
import type { Report } from '../observe/report.ts';
import { every } from './every.ts';

export interface KnownSite {
  id: string;
  key: string;
  name: string;
  origins: string[];
  /** Set: no page may use it any more (Z3). */
  retiredAt?: number;
}

export interface SiteDirectoryParts {
  readSites(): Promise<KnownSite[]>;
  clock: Clock;
  report: Report;
}

/**
 * The sites and their origins as last read, at most a second or so old: a site added by the command line beside the
 * running relay works without a restart (P19). Origins are compared as strings, exactly: scheme, host and port.
 */
export class SiteDirectory {
  readonly #parts: SiteDirectoryParts;
  #byKey = new Map<string, KnownSite & { allowed: ReadonlySet<string> }>();
  #all: KnownSite[] = [];
  #union = new Set<string>();
  #own = new Set<string>();
  #stop: Cancel | null = null;

  constructor(parts: SiteDirectoryParts) {
    this.#parts = parts;
  }

  /** Reads once, then keeps reading until `stop`. Rejects when the first read fails. */
  async start(): Promise<void> {
    await this.reread();
    const { clock, report } = this.#parts;
    this.#stop = every(
      clock,
      REREAD_EVERY_MS,
      () => this.reread(),
      (error) => report({ kind: 'background_failed', task: 'sites', error }),
    );
  }

  stop(): void {
    this.#stop?.();
  }

  async reread(): Promise<void> {
    this.#all = await this.#parts.readSites();
    const sites = this.#all.filter(({ retiredAt }) => retiredAt === undefined);
    this.#byKey = new Map(sites.map((site) => [site.key, { ...site, allowed: new Set(site.origins) }]));
    this.#union = new Set(sites.flatMap((site) => site.origins));
  }

  /** The relay's own origins: those of the console. */
  setOwn(origins: readonly string[]): void {
    this.#own = new Set(origins);
  }

  isOwn(origin: string | undefined): boolean {
    return origin !== undefined && this.#own.has(origin);
  }

  /** Listed by some site, or our own: good enough for a handshake, not yet for a site. */
  isListed(origin: string | undefined): boolean {
    return origin !== undefined && (this.#union.has(origin) || this.#own.has(origin));
  }

  /** Retired ones too. */
  list(): KnownSite[] {
    return this.#all;
  }

  find(key: string): KnownSite | undefined {
    return this.#byKey.get(key);
  }

  allows(key: string, origin: string | undefined): boolean {
    return origin !== undefined && (this.#byKey.get(key)?.allowed.has(origin) ?? false);
  }
}
