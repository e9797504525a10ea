import type { KeyedService, OutsideSettings } from '../../protocol/wire/outside.ts';

/** What is kept of a site's services: settings, and what makes them work. */
export interface KeptOutside {
  settings: OutsideSettings;
  /** Of which number the signing secret is (CS5). */
  secretNumber: number;
  /** Sealed with the installation's own key (CS6). */
  keys: { [Service in KeyedService]?: string };
}

/** Services that owners named (docs/services.md). Part of the store (store.ts). */
export interface OutsideStore {
  /** Null: nothing was ever named; version 0. */
  readOutside(siteId: string): Promise<{ kept: KeptOutside | null; version: number }>;
  /** Of every site where something was ever saved. */
  listOutside(): Promise<{ siteId: string; kept: KeptOutside; version: number }[]>;
  /** `basedOn`: the version that was read; left out: whatever is there is replaced. */
  setOutside(input: {
    siteId: string;
    kept: KeptOutside;
    basedOn?: number | undefined;
    at: number;
  }): Promise<'kept' | 'stale'>;
}
