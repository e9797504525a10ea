import type { Contact, Order } from '../../../../server/domain/business/contact.ts';

export const DAY = 24 * 3_600_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;
/** A Monday, 00:00 UTC. */
export const T0 = 1_767_571_200_000;

let made = 0;

/** An answered, resolved episode of five minutes; the test says what differs. */
export function contact(more: Partial<Contact> = {}): Contact {
  made += 1;
  const openedAt = more.openedAt ?? T0;
  return {
    conversationId: `c${made}`,
    episode: 1,
    person: 'site v:mia',
    openedAt,
    closedAt: openedAt + 5 * MINUTE,
    outcome: 'resolved',
    firstResponseMs: 20_000,
    score: null,
    stage: 'before',
    ...more,
  };
}

export function order(more: Partial<Order> = {}): Order {
  made += 1;
  return {
    orderId: `o${made}`,
    person: 'site v:mia',
    at: T0,
    minor: 1_000,
    currency: 'EUR',
    link: 'signed',
    isChecked: true,
    segment: null,
    ...more,
  };
}
