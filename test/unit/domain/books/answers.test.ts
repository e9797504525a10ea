// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../protocol/kit/random.ts';
import { BusinessBooks } from '../../../../server/domain/books/books.ts';
import { packContacts, toContactColumns } from '../../../../server/domain/books/contact-columns.ts';
import { countAnswers, findAsked, findSaid } from '../../../../server/domain/feedback/answers.ts';
import { latestPlaces } from '../../../../server/domain/feedback/latest-places.ts';
import { contact, DAY, factsOf, hash, T0 } from '../business/people.ts';

const random = seededRandom(20261126);
const draw = (most: number) => Math.floor(random() * most);
const maybe = (value: number) => (draw(3) === 0 ? null : value);

/** Half of it packed; of that, some told anew. */
const contacts = Array.from({ length: 600 }, () => {
  const openedAt = T0 + draw(20) * DAY;
  const score = maybe(1 + draw(5));
  return contact({
    ...{ siteId: draw(2) === 0 ? 'site' : 'other', openedAt, closedAt: draw(5) === 0 ? null : openedAt + 5, score },
    ...{ effort: maybe(1 + draw(7)), recommend: maybe(draw(11)), ratedAt: score === null ? null : openedAt + draw(9) },
    ...{ wordsFrom: [0, T0, T0 + DAY][draw(3)] ?? 0, commented: draw(2), complaint: draw(2) },
    outcome: draw(4) === 0 ? 'unresolved' : 'resolved',
  });
});
const facts = factsOf(contacts);
const only = (keep: (no: number) => boolean) =>
  toContactColumns({ ...facts, episodes: facts.episodes.filter(({ no }) => keep(no)) }, hash);
const books = new BusinessBooks(hash);
books.put(0, { stamp: 'a', columns: packContacts(only((no) => no <= 300)) }, T0);
const live = (no: number) => no > 300 || no % 7 === 0;
const fresh = books.freshOf(
  only(live),
  new Set(contacts.flatMap((_, index) => (live(index + 1) ? [index + 1] : []))),
  () => 0,
  T0,
);
const chosen = { from: T0 + 3 * DAY, to: T0 + 15 * DAY, siteId: null };

describe('what was said', () => {
  const within = (siteId: string | null) =>
    contacts.filter(
      (one) => one.openedAt >= chosen.from && one.openedAt < chosen.to && (siteId === null || one.siteId === siteId),
    );

  it.each([null, 'site', 'nowhere'])(
    'K8 K10 every answer is counted once, under its site and words (of %s)',
    (siteId) => {
      const { ended, asked } = countAnswers(books, fresh, { ...chosen, siteId });
      const own = within(siteId);
      expect(ended).toBe(own.filter(({ closedAt }) => closedAt !== null).length);
      const plain = new Map<string, number>();
      for (const one of own)
        for (const question of ['score', 'effort', 'recommend'] as const) {
          if (one[question] === null) continue;
          const key = [question, one.siteId, one.wordsFrom, one[question]].join();
          plain.set(key, (plain.get(key) ?? 0) + 1);
        }
      const found = asked.map((one) => [[one.question, one.siteId, one.wordsFrom, one.answer].join(), one.n] as const);
      expect(new Map(found)).toEqual(plain);
      expect(found).toHaveLength(plain.size);
    },
  );

  it('K8 each kind finds what a plain look finds, the latest first', () => {
    const fits = {
      all: (one) => one.score !== null,
      low: (one) => one.score !== null && one.score <= 2,
      good: (one) => one.score !== null && one.score >= 4,
      unresolved: (one) => one.outcome === 'unresolved',
      comment: (one) => one.commented === 1,
      complaint: (one) => one.complaint === 1,
    } satisfies Record<string, (one: (typeof contacts)[number]) => boolean>;
    for (const [which, isOf] of Object.entries(fits)) {
      const found = findSaid(books, fresh, chosen, which as keyof typeof fits);
      const plain = within(null).filter(isOf);
      expect([which, found.count]).toEqual([which, plain.length]);
      const at = (one: (typeof contacts)[number]) => one.ratedAt ?? one.closedAt ?? one.openedAt;
      const latest = plain.map((one) => ({ at: at(one), no: contacts.indexOf(one) + 1, episode: 1 }));
      latest.sort((one, other) => other.at - one.at || other.no - one.no);
      expect(latestPlaces(found, 20)).toEqual(latest.slice(0, 20));
    }
  });

  it('K10 pages of answers to the same words follow each other without a gap, also within one instant', () => {
    const words = { question: 'score', since: T0, until: T0 + DAY } as const;
    const found = findAsked(books, fresh, chosen, words);
    const plain = within(null).filter(({ score, wordsFrom }) => score !== null && wordsFrom === T0);
    const read: number[] = [];
    for (let after: ReturnType<typeof latestPlaces>[number] | null = null; ; ) {
      const page = latestPlaces(found, 7, after);
      read.push(...page.map(({ no }) => no));
      after = page.at(-1) ?? null;
      if (page.length < 7) break;
    }
    expect(read).toHaveLength(plain.length);
    expect(new Set(read)).toEqual(new Set(plain.map((one) => contacts.indexOf(one) + 1)));
  });
});
