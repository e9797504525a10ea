import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreParts } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/store.ts';
import { putMigratedFile } from './migrated-file.ts';

/** A place for one store: an empty database that can be opened, closed and opened again. */
export interface StorePlace {
  /** For files of the test: the SQLite file is there, and backups. Gone after `remove`. */
  folder: string;
  /** Of PostgreSQL. */
  databaseUrl?: string | undefined;
  open(more?: Partial<StoreParts>): Promise<Store>;
  remove(): Promise<void>;
}

export type MakePlace = () => Promise<StorePlace>;

/** SQLite in a temporary folder, or PostgreSQL where a database is given. */
export function makePlace(databaseUrl?: string): StorePlace {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-store-'));
  const opened: Store[] = [];
  let epochs = 0;
  return {
    folder,
    databaseUrl,
    async open(more = {}) {
      const where = databaseUrl ? { databaseUrl } : {};
      const makeEpoch = () => `epoch-${++epochs}`;
      if (!databaseUrl && !more.migrations) await putMigratedFile(more.dataDir ?? folder);
      const store = await openStore({ dataDir: folder, makeEpoch, ...where, ...more });
      opened.push(store);
      return store;
    },
    async remove() {
      for (const store of opened) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
