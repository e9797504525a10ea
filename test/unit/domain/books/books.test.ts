// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../protocol/kit/random.ts';
import { BusinessBooks } from '../../../../server/domain/books/books.ts';
import {
  packContacts,
  toContactColumns,
  unpackContacts,
  wordsOf,
} from '../../../../server/domain/books/contact-columns.ts';
import { chooseContacts } from '../../../../server/domain/books/contacts.ts';
import { groupByCode } from '../../../../server/domain/books/grouped.ts';
import { PeopleCodes } from '../../../../server/domain/books/people-codes.ts';
import { latestOf } from '../../../../server/domain/business/latest.ts';
import { booksOf, contact, DAY, factsOf, hash, order, T0 } from '../business/people.ts';

describe('books of business', () => {
  it('G8 everybody has one number, however many there are', () => {
    const people = new PeopleCodes();
    const names = Array.from({ length: 5_000 }, (_, n) => `site v:${n}`);
    const codes = names.map((name) => people.codeOf(wordsOf(name, hash)));
    expect(codes).toEqual(names.map((_, n) => n));
    expect(names.map((name) => people.codeOf(wordsOf(name, hash)))).toEqual(codes);
    // Two whose first word is the same are two.
    const alike = new PeopleCodes();
    const found = [
      [7, 1, 1],
      [7, 1, 2],
      [7, 2, 1],
      [1_031, 1, 1],
      [7, 1, 1],
    ].map((words) => alike.codeOf(words));
    expect(found).toEqual([0, 1, 2, 3, 0]);
  });

  it('G8 packs are the same bytes for the same facts, and are read as they were written', () => {
    const contacts = [
      contact({ score: 4, promise: { at: T0, highMs: 9 }, served: [{ agentId: 'ana', from: T0, to: T0 + 5 }] }),
      contact({ siteId: 'other', closedAt: null, outcome: null, firstResponseMs: null, stage: null }),
    ];
    const columns = toContactColumns(factsOf(contacts), hash);
    expect(unpackContacts(packContacts(columns))).toEqual(columns);
    expect(packContacts(columns)).toEqual(packContacts(toContactColumns(factsOf(contacts), hash)));
    expect(JSON.stringify(columns)).not.toContain('mia');
    expect(columns).toMatchObject({
      episodes: 2,
      words: ['', 'before', 'during', 'after', 'site', 'other'],
      agents: ['ana'],
    });
    expect([columns.response[0], columns.response[1], columns.closedAt[1]]).toEqual([20_001, 0, 0]);
    const other = packContacts(columns).slice();
    other[other.indexOf(50, 8)] = 57;
    expect(() => unpackContacts(other)).toThrow('version 9');
  });

  it('M13 an agent’s time belongs to the episode in which it began', () => {
    const facts = factsOf([contact()]);
    const [first] = facts.episodes;
    if (!first) throw new Error('There is one.');
    const episodes = [first, { ...first, episode: 2, openedAt: T0 + DAY }, { ...first, no: 2 }];
    const assigned = (no: number, at: number) => ({ no, agentId: 'ana', at, endedAt: at + 1, endReason: null });
    const assignments = [assigned(1, T0), assigned(1, T0 + DAY - 1), assigned(1, T0 + DAY), assigned(2, T0)];
    expect([...toContactColumns({ ...facts, episodes, assignments }, hash).servedFrom]).toEqual([0, 2, 3, 4]);
    // Of a conversation that is not among them nothing is taken.
    expect([...toContactColumns({ ...facts, episodes: [{ ...first, no: 2 }], assignments }, hash).servedFrom]).toEqual([
      0, 1,
    ]);
  });

  it('G8 a period, a site and what is told anew choose the same rows as a plain look', () => {
    const random = seededRandom(330);
    const contacts = Array.from({ length: 400 }, () =>
      contact({ siteId: random() < 0.5 ? 'site' : 'other', openedAt: T0 + Math.floor(random() * 10) * DAY }),
    );
    const books = new BusinessBooks(hash);
    const columns = toContactColumns(factsOf(contacts), hash);
    books.put(0, { stamp: 'a', columns: packContacts(columns) }, T0);
    const live = new Set(contacts.flatMap((_, index) => (index % 9 === 0 ? [index + 1] : [])));
    const facts = factsOf(contacts);
    const anew = toContactColumns({ ...facts, episodes: facts.episodes.filter(({ no }) => live.has(no)) }, hash);
    const fresh = books.freshOf(anew, live, () => 0, T0);
    for (const siteId of [null, 'site', 'other', 'nowhere']) {
      const asked = { from: T0 + 2 * DAY, to: T0 + 7 * DAY, siteId };
      const chosen = chooseContacts(books, fresh, asked);
      const plain = contacts.flatMap((one, index) =>
        one.openedAt >= asked.from && one.openedAt < asked.to && (siteId === null || one.siteId === siteId)
          ? [index + 1]
          : [],
      );
      expect([...chosen.no.subarray(0, chosen.count)].sort((one, other) => one - other)).toEqual(plain);
    }
    expect(chooseContacts(books, fresh, { from: 0, to: T0 * 2, siteId: null }).count).toBe(400);
  });

  it('G8 orders stand in the order of time, by person; a day that is read again replaces what it was', () => {
    const { books, orders } = booksOf({
      orders: [
        order({ at: T0 + DAY, minor: 2 }),
        order({ minor: 1 }),
        order({ at: T0 + 5, person: null }),
        order({ person: 's:mia' }),
      ],
    });
    expect([...orders.at].map((at) => at - T0)).toEqual([0, 0, 5, DAY]);
    const who = books.codeOf('site v:mia');
    const { from, places } = orders.byPerson;
    expect([...places.subarray(from[who], from[who + 1])].map((place) => orders.minor[place])).toEqual([1, 2]);
    const day = T0 / DAY;
    expect(
      books.orderBook.lacks([
        { day, version: 1 },
        { day: day + 1, version: 2 },
      ]),
    ).toEqual([{ day: day + 1, version: 2 }]);
    books.putOrders({ day: day + 1, version: 2 }, []);
    expect(books.orderBook.orders(books.people.count).count).toBe(3);
    expect(books.orderBook.orders(0)).toBe(books.orderBook.orders(9));
  });

  it('G8 what is stored no more goes, and what the team wrote twice is there once, in the order of time', () => {
    const books = new BusinessBooks(hash);
    books.put(0, { stamp: 'a', columns: packContacts(toContactColumns(factsOf([contact()]), hash)) }, T0);
    expect(
      books.lacks([
        { number: 0, stamp: 'a' },
        { number: 1, stamp: 'b' },
      ]),
    ).toEqual([1]);
    expect(books.lacks([{ number: 0, stamp: 'c' }])).toEqual([0]);
    expect(books.packs).toHaveLength(1);
    books.lacks([]);
    expect(books.packs).toHaveLength(0);
    const row = (no: number, at: number) => ({ no, agentId: 'ana', at, kind: 'came' as const });
    books.putStaff([row(1, 5), row(3, 9)], 10);
    books.putStaff([row(3, 9), row(2, 7), row(4, 99)], 10);
    expect(books.staff.get('ana')?.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
    // A clock that is wrong does not hide what comes after.
    expect(books.staffTo).toBe(10);
    books.putSegments([{ siteId: 'site', subject: 'mia', segment: 'gold', changedAt: 3 }], 10);
    expect([books.segments.nameOf(books.codeOf('site s:mia')), books.segments.nameOf(99), books.segmentsTo]).toEqual([
      'gold',
      '',
      3,
    ]);
  });

  it('G8 of orders and of people there are so many and no more; taken out again, figures come back', () => {
    const books = new BusinessBooks(hash, { orders: 2, people: 3 });
    const day = Math.floor(T0 / DAY);
    const put = (version: number, ...persons: string[]) =>
      books.putOrders(
        { day, version },
        persons.map((person, n) => order({ orderId: `${n}`, person })),
      );
    put(1, 's:a', 's:b');
    expect([books.tooMany, books.orderBook.knows(day), books.orderBook.knows(day + 1)]).toEqual([null, true, false]);
    put(2, 's:a', 's:b', 's:c');
    expect(books.tooMany).toBe('orders');
    put(3, 's:a');
    expect(books.tooMany).toBeNull();
    books.peopleAtFirst = 3;
    books.codeOf('site s:d');
    expect([books.people.count, books.tooMany, books.isWorn]).toEqual([4, 'people', true]);
    // So many were there from the beginning: to begin anew would change nothing.
    books.peopleAtFirst = 4;
    expect(books.isWorn).toBe(false);
  });

  it('G6 whoever is forgotten is in no segment any more, and all others are', () => {
    const books = new BusinessBooks(hash);
    const gold = (subject: string) => ({ siteId: 'site', subject, segment: 'gold', changedAt: 3 });
    books.putSegments([gold('mia'), gold('zoe')], 10);
    books.forgetSegments(0);
    expect(books.segments.nameOf(books.codeOf('site s:mia'))).toBe('gold');
    books.forgetSegments(1);
    expect(books.segmentsTo).toBe(0);
    books.putSegments([gold('zoe')], 10);
    expect(['mia', 'zoe'].map((one) => books.segments.nameOf(books.codeOf(`site s:${one}`)))).toEqual(['', 'gold']);
  });

  it('G8 groups keep their order; the latest are the latest, also where many are of one instant', () => {
    const { from, places } = groupByCode(Int32Array.of(1, -1, 0, 1, 2, 1), 4);
    expect([[...from], [...places]]).toEqual([
      [0, 1, 4, 5, 5],
      [2, 0, 3, 5, 4],
    ]);
    const at = [5, 9, 1, 9, 9, 7];
    const latest = (max: number) => [...latestOf(Int32Array.from(at.keys()), (row) => at[row] ?? 0, max)];
    expect(latest(9)).toEqual([1, 3, 4, 5, 0, 2]);
    expect(latest(2)).toEqual([1, 3]);
    expect(latest(4)).toEqual([1, 3, 4, 5]);
    const random = seededRandom(7);
    const many = Array.from({ length: 3_000 }, () => Math.floor(random() ** 9 * 1e9));
    const rows = Int32Array.from(many.keys());
    const plain = [...rows].sort((one, other) => (many[other] ?? 0) - (many[one] ?? 0) || one - other);
    for (const max of [1, 10, 1_000, 2_999, 3_000])
      expect([...latestOf(rows, (row) => many[row] ?? 0, max)]).toEqual(plain.slice(0, max));
  });
});
