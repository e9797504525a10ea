// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { judgeComplaints, readComplaintTimes } from '../../../../server/domain/business/complaints.ts';
import { judgeFirstContacts, judgeReopened } from '../../../../server/domain/business/first-contact.ts';
import { judgePromises } from '../../../../server/domain/business/kept-promises.ts';
import { readPurchaseStage } from '../../../../server/domain/business/purchase-stage.ts';
import { rateOf } from '../../../../server/domain/business/rate.ts';
import { contact, DAY, HOUR, MINUTE, T0 } from './people.ts';

const period = { from: T0, to: T0 + 10 * DAY };
const later = T0 + 100 * DAY;
const closed = 5 * MINUTE;

describe('first-contact resolution', () => {
  const verdicts = (contacts: Parameters<typeof judgeFirstContacts>[0], now = later) =>
    judgeFirstContacts(contacts, period, now).map(({ verdict }) => verdict);

  it('M8 resolved, and nothing came for seven days: a hit; unresolved and abandoned: a miss; spam and open: not counted', () => {
    const contacts = [
      contact({ person: 'a' }),
      contact({ person: 'b', outcome: 'unresolved' }),
      contact({ person: 'c', outcome: 'abandoned_in_queue', firstResponseMs: null }),
      contact({ person: 'd', outcome: 'spam' }),
      contact({ person: 'e', outcome: null, closedAt: null }),
    ];
    expect(verdicts(contacts)).toEqual(['hit', 'miss', 'miss']);
  });

  it('M8 a new episode within seven days of the end is a miss, a millisecond later it is not', () => {
    const first = contact();
    const limit = T0 + closed + 7 * DAY;
    expect(verdicts([first, contact({ openedAt: limit })])[0]).toBe('miss');
    expect(verdicts([first, contact({ openedAt: limit + 1 })])[0]).toBe('hit');
    expect(verdicts([first, contact({ openedAt: limit, person: 'somebody else' })])[0]).toBe('hit');
  });

  it('M8 on another topic it is another matter; without a topic nobody knows, and it counts as the same', () => {
    const first = contact({ topic: 'parcel' });
    const next = { openedAt: T0 + DAY };
    expect(verdicts([first, contact({ ...next, topic: 'refund' })])[0]).toBe('hit');
    expect(verdicts([first, contact({ ...next, topic: 'parcel' })])[0]).toBe('miss');
    expect(verdicts([first, contact({ ...next, topic: null })])[0]).toBe('miss');
  });

  it('M8 reopened is a miss whatever the topic; younger than seven days is not known, and not a success', () => {
    const first = contact({ conversationId: 'same', topic: 'parcel' });
    const again = contact({ conversationId: 'same', episode: 2, openedAt: T0 + 6 * MINUTE });
    expect(verdicts([first, again])[0]).toBe('miss');
    // Not even as a failure: those show at once, successes only after seven days.
    expect(verdicts([first, again], T0 + HOUR)).toEqual(['unknown', 'unknown']);
    expect(verdicts([contact({ outcome: 'unresolved' })], T0 + DAY)).toEqual(['unknown']);
    expect(verdicts([contact()], T0 + closed + 7 * DAY - 1)).toEqual(['unknown']);
    expect(verdicts([contact()], T0 + closed + 7 * DAY)).toEqual(['hit']);
  });

  it('M8 reopen rate by hand: three resolved, one reopened, one can still be: 1 of 2', () => {
    const contacts = [
      contact({ conversationId: 'x' }),
      contact({ conversationId: 'x', episode: 2, openedAt: T0 + 6 * MINUTE, outcome: 'unresolved' }),
      contact(),
      contact({ openedAt: T0 + 9 * DAY, closedAt: T0 + 9 * DAY + MINUTE }),
    ];
    const rate = rateOf(judgeReopened(contacts, period, T0 + 9 * DAY + 2 * MINUTE));
    expect(rate).toMatchObject({ hits: 1, n: 2, unknown: 1 });
  });
});

describe('complaints', () => {
  it('M9 only resolved and confirmed counts; who can still say is not known; half a solution is none', () => {
    const complaint = (more: Parameters<typeof contact>[0]) => contact({ complaint: true, ...more });
    const now = T0 + 2 * DAY;
    const judged = judgeComplaints(
      [
        complaint({ solved: 'yes' }),
        complaint({ solved: 'partly' }),
        complaint({ solved: 'yes', outcome: 'unresolved' }),
        complaint({}),
        complaint({ closedAt: now - HOUR }),
        complaint({ closedAt: now - HOUR, solved: 'yes' }),
        complaint({ closedAt: null, outcome: null }),
        contact({ solved: 'yes' }),
      ],
      period,
      now,
    );
    expect(judged.map(({ verdict }) => verdict)).toEqual([
      'hit',
      'miss',
      'miss',
      'miss',
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(rateOf(judged)).toMatchObject({ hits: 1, n: 4, unknown: 3 });
  });

  it('M9 time to resolve: what is open or was not resolved is longer than it lasted, never left out', () => {
    const now = T0 + 2 * DAY;
    const judged = judgeComplaints(
      [
        contact({ complaint: true, closedAt: T0 + HOUR }),
        contact({ complaint: true, closedAt: T0 + 3 * HOUR }),
        contact({ complaint: true, closedAt: null, outcome: null }),
      ],
      period,
      now,
    );
    expect(readComplaintTimes(judged, now)).toMatchObject({ n: 3, answered: 2, p50Ms: 3 * HOUR, p90Ms: null });
  });
});

describe('promises', () => {
  it('M15 answered by the due time is kept, later is broken; who left before it was due was promised nothing', () => {
    const made = { conversationId: 'c', episode: 1, at: T0, highMs: 60_000, answeredAt: null, closedAt: null };
    const judged = judgePromises(
      [
        { ...made, answeredAt: T0 + 60_000 },
        { ...made, answeredAt: T0 + 60_001 },
        { ...made, closedAt: T0 + 59_999 },
        { ...made, closedAt: T0 + 60_001 },
        { ...made, at: T0 + HOUR },
        { ...made, at: T0 + HOUR, answeredAt: T0 + HOUR },
      ],
      T0 + HOUR,
    );
    expect(judged.map(({ verdict }) => verdict)).toEqual(['hit', 'miss', 'miss', 'unknown', 'unknown']);
  });
});

describe('purchase stage', () => {
  const cart = (at: number) => [{ event: 'cart', at }];

  it('M14 before, during up to half an hour after the cart, after an order', () => {
    const now = T0 + DAY;
    expect(readPurchaseStage({ events: [], lastOrderAt: null }, now)).toBe('before');
    expect(readPurchaseStage({ events: cart(now - 30 * MINUTE), lastOrderAt: null }, now)).toBe('during');
    expect(readPurchaseStage({ events: cart(now - 30 * MINUTE - 1), lastOrderAt: null }, now)).toBe('before');
    expect(readPurchaseStage({ events: [{ event: 'search', at: now }], lastOrderAt: null }, now)).toBe('before');
    expect(readPurchaseStage({ events: [], lastOrderAt: T0 }, now)).toBe('after');
  });

  it('M14 an order ends what the cart began, and a new cart begins again', () => {
    const now = T0 + DAY;
    expect(readPurchaseStage({ events: cart(now - 10 * MINUTE), lastOrderAt: now - MINUTE }, now)).toBe('after');
    expect(readPurchaseStage({ events: cart(now - MINUTE), lastOrderAt: now - 10 * MINUTE }, now)).toBe('during');
  });
});
