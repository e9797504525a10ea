import { RATING_WINDOW_MS } from '../../../protocol/wire/limits.ts';
import type { Spread } from '../../../protocol/wire/report.ts';
import { readSpread } from '../response-time.ts';
import { type Contact, isWithin, type Span } from './contact.ts';
import type { Judged } from './rate.ts';

/**
 * M9: complaints that were resolved and of which the customer said "solved: yes", among complaints. One that is open, or that
 * ended less than a day ago, so that the customer can still say, is not known yet.
 */
export function judgeComplaints(contacts: readonly Contact[], period: Span, now: number): Judged<Contact>[] {
  return contacts
    .filter((contact) => contact.complaint && contact.outcome !== 'spam' && isWithin(period, contact.openedAt))
    .map((row) => {
      // Also of those who have said something: yes comes sooner than silence becomes a no.
      if (row.closedAt === null || now < row.closedAt + RATING_WINDOW_MS) return { row, verdict: 'unknown' };
      return { row, verdict: row.outcome === 'resolved' && row.solved === 'yes' ? 'hit' : 'miss' };
    });
}

/** From the beginning of a complaint to its resolved end. One that did not end so lasted longer than it has until now (M11). */
export function readComplaintTimes(judged: readonly Judged<Contact>[], now: number): Spread {
  const answeredMs: number[] = [];
  const censoredMs: number[] = [];
  for (const { row } of judged) {
    const { openedAt, closedAt, outcome } = row;
    if (closedAt !== null && outcome === 'resolved') answeredMs.push(Math.max(0, closedAt - openedAt));
    else censoredMs.push(Math.max(0, (closedAt ?? now) - openedAt));
  }
  return readSpread({ answeredMs, censoredMs });
}
