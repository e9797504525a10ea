// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { judgePromises } from '../../../../server/domain/business/kept-promises.ts';
import { readPurchaseStage } from '../../../../server/domain/business/purchase-stage.ts';
import { booksOf, contact, DAY, HOUR, MINUTE, T0, verdictsOf } from './people.ts';

describe('promises', () => {
  it('M15 answered by the due time is kept, later is broken; who left before it was due was promised nothing', () => {
    const answered = (ms: number) => ({ firstResponseMs: ms, closedAt: null });
    const silent = (closedAt: number | null) => ({ firstResponseMs: null, closedAt });
    const contacts = [
      ...[answered(60_000), answered(60_001), silent(T0 + 59_999), silent(T0 + 60_001)],
      { ...silent(null), openedAt: T0 + HOUR },
      { ...answered(0), openedAt: T0 + HOUR },
    ].map((more) => contact({ ...more, promise: { at: 'openedAt' in more ? more.openedAt : T0, highMs: 60_000 } }));
    const { contacts: rows } = booksOf({ contacts: [...contacts, contact()], now: T0 + HOUR });
    const judged = judgePromises(rows, { from: T0, to: T0 + DAY }, T0 + HOUR);
    expect(verdictsOf(judged.verdict)).toEqual(['hit', 'miss', 'miss', 'unknown', 'unknown']);
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
