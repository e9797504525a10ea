import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { questionWords } from '../../server/store/migrations/0325-question-words.ts';
import { promiseOpened } from '../../server/store/migrations/0359-promise-opened.ts';
import { allMigrations } from '../../server/store/migrations/all-migrations.ts';
import type { Migration } from '../../server/store/migrations/migration.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

export function describeMigrations(name: string, make: MakePlace): void {
  let place: StorePlace;

  beforeEach(async () => {
    place = await make();
  });
  afterEach(() => place.remove());

  const addColumn: Migration = {
    name: '9001-extra',
    statements: (db) => [db.schema.alterTable('site').addColumn('extra', 'text')],
  };
  const half: Migration = {
    name: '9001-half',
    statements: (db) => [
      db.schema.alterTable('site').addColumn('extra', 'text'),
      db.updateTable('site').set({ name: sql.lit('changed') }),
      db.schema.alterTable('nowhere').addColumn('extra', 'text'),
    ],
  };

  describe(`${name}: migrations`, () => {
    test('S7 one that fails half-way leaves nothing, and the next start goes on', async () => {
      const first = await place.open();
      await World.start(first);
      await first.close();
      await expect(place.open({ migrations: [...allMigrations, half] })).rejects.toThrow();
      const again = await place.open();
      expect((await again.listSites())[0]?.name).toBe('Shop');
      await again.close();
      // The column of the failed attempt is not there: adding it works.
      const next = await place.open({ migrations: [...allMigrations, addColumn] });
      expect(await next.listSites()).toHaveLength(1);
    });

    test('S7 a database of a newer program is refused in one clear sentence', async () => {
      await (await place.open({ migrations: [...allMigrations, addColumn] })).close();
      await expect(place.open()).rejects.toThrow(/written by a newer Deskbell/);
    });

    test('K10 words that were set before they were kept count as if they had always been', async () => {
      const words = { de: { score: 'War es gut?' } };
      const of = (id: string, document: object) => [
        ...(['site', id, JSON.stringify(document)] as const).map((text) => sql.lit(text)),
        ...[sql.lit(7), sql.lit(1)],
      ];
      const plant: Migration = {
        name: '9001-plant',
        statements: (db) =>
          [
            of('site-1', { feedback: { words } }),
            of('site-2', { feedback: { words: {} } }),
            of('site-3', { hours: null }),
          ].map((row) =>
            db
              .insertInto('setting')
              .columns(['owner_kind', 'owner_id', 'document', 'changed_at', 'version'])
              .expression(sql`values (${sql.join(row)})`),
          ),
      };
      const at = allMigrations.indexOf(questionWords);
      const store = await place.open({ migrations: allMigrations.toSpliced(at, 0, plant) });
      expect(await store.listQuestionWords()).toEqual([{ siteId: 'site-1', from: 0, words }]);
    });

    test('M17 promises that were made before they said when their episode began are of its period and site', async () => {
      const first = await place.open();
      const world = await World.start(first);
      const { id: conversationId } = await world.queued();
      const opened = world.at;
      world.pass(5_000);
      const told = { conversationId, episode: 1, position: 1, lowMs: 0, highMs: 60_000, samples: 20 };
      await first.addPromises([{ ...told, at: world.at }]);
      await first.close();
      const asBefore: Migration = {
        name: '9001-as-before',
        statements: (db) => [
          db.schema.dropIndex('promise_opened'),
          db.schema.dropIndex('promise_site'),
          db.schema.alterTable('promise').dropColumn('opened_at'),
          db.schema.alterTable('promise').dropColumn('site_id'),
          db.schema.createIndex('promise_at').on('promise').column('at'),
        ],
      };
      const again = { ...promiseOpened, name: '9002-again' };
      const store = await place.open({ migrations: [...allMigrations, asBefore, again] });
      const [site] = await store.listSites();
      const of = (from: number, to: number, siteId: string | null) =>
        store.listPromises({ from, to, siteId, limit: 9 });
      for (const siteId of [null, site?.id ?? ''])
        expect(await of(opened, opened + 1, siteId)).toMatchObject([{ conversationId, at: opened + 5_000 }]);
      expect([await of(opened + 1, opened + 9_000, null), await of(0, opened, null)]).toEqual([[], []]);
    });

    test('S7 several programs that start at once make one installation', async () => {
      const stores = await Promise.all([place.open(), place.open(), place.open()]);
      const epochs = new Set(await Promise.all(stores.map((store) => store.readEpoch())));
      expect(epochs.size).toBe(1);
    });
  });
}
