import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIND_TAKEN_MAX } from '../../protocol/wire/limits.ts';
import { WORDS_FOLDING } from '../../protocol/wire/words.ts';
import { allMigrations } from '../../server/store/migrations/all-migrations.ts';
import type { Migration } from '../../server/store/migrations/migration.ts';
import type { AgentSubject, Context } from '../../server/usecases/context.ts';
import { findWords } from '../../server/usecases/find-words.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

/** As a program of before would have left it: other words and no marks, and half-way to a third folding. */
const older: Migration = {
  name: '9001-older',
  statements: (db, dialect) => [
    ...(dialect === 'sqlite'
      ? [
          `delete from find_words`,
          `insert into find_words (rowid, words, marks) select no, 'oldword',
            char(57344) || 'b' || (no / 512) || ' ' || char(57344) || 'c' || conversation_no from find_line`,
        ]
      : [`update find_line set words = 'oldword'::tsvector`]
    ).map((text) => ({ compile: () => sql.raw(text).compile(db) })),
    db
      .updateTable('find_state')
      .set({ folding: sql.lit(WORDS_FOLDING - 1), refolding: sql.lit(WORDS_FOLDING + 1), refolded: sql.lit(3) }),
  ],
};
const SLICE = 2;

export function describeFindRefold(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  async function find(text: string, more: object = {}) {
    const subject = { kind: 'agent', agent: { role: 'agent' } } as unknown as AgentSubject;
    const done = await findWords({ store: world.store } as Context, subject, { text, ...more });
    if (!done.answer.ok) throw new Error(done.answer.error);
    const { lines, catchingUp } = done.answer.value;
    return { texts: lines.map((line) => line.text), catchingUp };
  }

  async function takeUp(): Promise<void> {
    while ((await world.store.takeUpWords({ limit: FIND_TAKEN_MAX })).more);
  }

  /** Opens what stands there as the next program would. */
  async function reopen(): Promise<void> {
    await world.store.close();
    world = new World(await place.open({ migrations: [...allMigrations, older] }));
  }

  describe(`${name}: an index that was cut by another folding`, () => {
    test('L5 a new database has ours, and nothing is cut anew', async () => {
      expect(await world.store.isRefolding()).toBe(false);
      expect(await world.store.refoldWords({ limit: SLICE })).toEqual({ more: false });
    });

    test('L5 is brought to ours piece by piece, goes on where it was, and is looked through meanwhile', async () => {
      const { id, visitorId, agentId } = await world.active();
      await world.store.setContact({ conversationId: id, email: 'mara@shop.example', at: world.at });
      for (const body of [
        'חולצה לבית־ספר',
        'طلبي رقم ٤٢',
        'gone soon',
        'blue boots',
        'ガス'.normalize('NFD'),
        '0171 23-45-67',
      ]) {
        await world.say(id, world.message('visitor', visitorId, body));
      }
      await world.say(id, world.message('agent', agentId, 'blue laces'));
      const note = { author: 'agent', authorId: agentId, clientId: world.next('cid'), body: 'likes blue' } as const;
      await world.store.addNote({ conversationId: id, ...note, at: world.at });
      await takeUp();
      const { lines: before } = { lines: (await find('blue')).texts };
      expect(before).toHaveLength(3);

      await reopen();
      expect(await find('blue')).toEqual({ texts: [], catchingUp: true });
      expect((await find('oldword')).texts).toHaveLength(10);
      // What is new has our words at once.
      await world.say(id, world.message('visitor', visitorId, 'blue hat'));
      await takeUp();
      expect((await find('blue')).texts).toEqual(['blue hat']);

      expect(await world.store.refoldWords({ limit: SLICE })).toEqual({ more: true });
      expect((await find('oldword')).texts).toHaveLength(8);
      await world.store.close();
      world = new World(await place.open({ migrations: [...allMigrations, older] }));
      expect(await world.store.isRefolding()).toBe(true);
      while ((await world.store.refoldWords({ limit: SLICE })).more);

      expect(await find('oldword')).toEqual({ texts: [], catchingUp: false });
      expect((await find('ספר')).texts).toEqual(['חולצה לבית־ספר']);
      expect((await find('42')).texts).toEqual(['طلبي رقم ٤٢']);
      expect((await find('ガス')).texts).toHaveLength(1);
      expect((await find('2345')).texts).toEqual(['0171 23-45-67']);
      expect((await find('mara@shop.example')).texts).toHaveLength(1);
      expect((await find('blue')).texts).toEqual(['blue hat', ...before]);
      // Marks are as they were: every filter finds its own.
      expect((await find('blue', { kind: 'note' })).texts).toEqual(['likes blue']);
      expect((await find('blue', { agentId })).texts).toEqual(['likes blue', 'blue laces']);
      expect((await find('blue', { author: 'visitor' })).texts).toEqual(['blue hat', 'blue boots']);
      expect(await world.store.refoldWords({ limit: SLICE })).toEqual({ more: false });
    });

    test('L8 what is removed or changed meanwhile stays as it was left', async () => {
      const { id, visitorId } = await world.active();
      const said = await world.say(id, world.message('visitor', visitorId, 'red hat'));
      await takeUp();
      await reopen();
      const { seq } = said;
      const by = { by: 'visitor', authorId: visitorId, clientId: world.next('cid'), at: world.at } as const;
      await world.store.reviseMessage({ conversationId: id, seq, body: 'green hat', expectRevisedAt: null, ...by });
      while ((await world.store.refoldWords({ limit: SLICE })).more);
      expect((await find('hat')).texts).toEqual(['green hat']);
      expect((await find('red')).texts).toEqual([]);
    });
  });
}
