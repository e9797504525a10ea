// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { BusinessBooks } from '../../../../server/domain/books/books.ts';
import { packContacts, toContactColumns } from '../../../../server/domain/books/contact-columns.ts';
import { emptyStretches, putStretch, readDay } from '../../../../server/domain/books/day-sheet.ts';
import type { Facts } from '../../../../server/domain/measures/fact-rows.ts';
import { contact, DAY, factsOf, HOUR, hash, MINUTE, type SaidContact, T0 } from '../business/people.ts';

const day = T0 / DAY;
const had = (agentId: string, from: number, to: number | null) => ({
  agentId,
  from: T0 + from,
  to: to === null ? null : T0 + to,
});
const said = (...served: SaidContact['served']) => contact({ served });

describe('a day of everybody’s time', () => {
  it('M13 M16 what begins when another one ends is one stretch of being busy; two at once are one, and share', () => {
    const stretches = emptyStretches();
    const put = (no: number, agent: number, from: number, to: number) =>
      putStretch(stretches, day, { no, episode: 1, agent, from: T0 + from * MINUTE, to: T0 + to * MINUTE });
    put(1, 7, 0, 10);
    put(2, 7, 10, 30);
    put(3, 7, 20, 40);
    put(4, 7, 50, 50);
    put(5, 3, 23 * 60, 25 * 60);
    const sheet = readDay(day, stretches);
    expect(Array.from(sheet.share, (ms) => ms / MINUTE)).toEqual([10, 15, 15, 0, 60]);
    const busy = Array.from(sheet.busyAgent, (agent, at) => [
      agent,
      ((sheet.busyFrom[at] ?? 0) - T0) / MINUTE,
      ((sheet.busyTo[at] ?? 0) - T0) / MINUTE,
    ]);
    expect(busy).toEqual([
      [3, 23 * 60, 24 * 60],
      [7, 0, 40],
      [7, 50, 50],
    ]);
  });
});

describe('days are worked out again only when something else lies in them', () => {
  const packOf = () => 0;
  const none: Facts = factsOf([]);
  const start = (contacts: SaidContact[]) => {
    const books = new BusinessBooks(hash);
    const put = (stamp: string, facts: Facts) =>
      books.put(0, { stamp, columns: packContacts(toContactColumns(facts, hash)) }, T0 + 9 * DAY);
    put('first', factsOf(contacts));
    const sheets = (live: Facts = none, skipped: number[] = []) =>
      books.time.sheets(
        day,
        day + 3,
        books.freshOf(toContactColumns(live, hash), new Set(skipped), packOf, T0 + 9 * DAY),
      );
    return { put, sheets };
  };
  const contacts = [said(had('ana', 0, HOUR)), said(had('ana', 0, 3 * HOUR)), said(had('ben', DAY, DAY + HOUR))];

  it('G8 nothing changed, or the same is told anew: the same sheets', () => {
    const { put, sheets } = start(contacts);
    const before = sheets();
    expect(before.map((one) => one.day - day)).toEqual([0, 1]);
    expect(sheets()).toEqual(before);
    for (const [at, sheet] of sheets(factsOf(contacts), [1, 2, 3]).entries()) expect(sheet).toBe(before[at]);
    put('second', factsOf([...contacts, said(had('cem', 3 * DAY, 3 * DAY + HOUR))]));
    const after = sheets();
    expect(after.map((one) => one.day - day)).toEqual([0, 1, 3]);
    expect(after[0]).toBe(before[0]);
  });

  it('G8 another end, another agent, another conversation: that day is another one, and only that', () => {
    const shareOf = (facts: Facts, skipped: number[]) => {
      const { sheets } = start(contacts);
      const before = sheets();
      const after = sheets(facts, skipped);
      return { sheet: after[0], isSame: after[0] === before[0], nextIsSame: after[1] === before[1] };
    };
    const changed = (one: SaidContact) => shareOf(factsOf([contacts[0] as SaidContact, one]), [1, 2]);
    const longer = changed(said(had('ana', 0, 4 * HOUR)));
    expect(longer).toMatchObject({ isSame: false, nextIsSame: true });
    expect(longer.sheet?.share).toEqual(Float64Array.of(HOUR / 2, 3.5 * HOUR));
    expect(changed(said(had('ben', 0, 3 * HOUR))).sheet?.share).toEqual(Float64Array.of(HOUR, 3 * HOUR));
    expect(changed(said(had('ana', 0, 3 * HOUR)))).toMatchObject({ isSame: true, nextIsSame: true });
    expect(shareOf(factsOf([]), [2]).sheet?.share).toEqual(Float64Array.of(HOUR));
  });

  it('G8 what nobody has any more is gone, and what goes on ends now', () => {
    const { put, sheets } = start(contacts);
    put('none', none);
    expect(sheets().flatMap(({ no }) => [...no])).toEqual([]);
    const [today] = sheets(factsOf([said(had('ana', 0, null))]));
    expect(today?.share).toEqual(Float64Array.of(DAY));
    expect(sheets(factsOf([said(had('ana', 0, null))]))).toHaveLength(4);
  });
});
