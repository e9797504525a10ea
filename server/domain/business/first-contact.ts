import type { Verdict } from '../../../protocol/wire/business.ts';
import { FIRST_CONTACT_MS, REOPEN_WINDOW_MS } from '../../../protocol/wire/limits.ts';
import { byPerson, type Contact, isWithin, type Span } from './contact.ts';
import type { Judged } from './rate.ts';

/**
 * M8: of the episodes that ended, those that were resolved and after which nothing of it came again: not reopened, and no
 * other conversation of the same person on the same topic within seven days. One that ended less than seven days ago is not known
 * yet, whatever it looks like: failures show at once and successes only then, so counting the young ones would count failures.
 * `contacts` reach seven days further than the period.
 */
export function judgeFirstContacts(contacts: readonly Contact[], period: Span, now: number): Judged<Contact>[] {
  const people = byPerson(contacts, (contact) => contact.openedAt);
  return endedIn(contacts, period).map((row) => {
    const verdict = verdictOf(row, people.get(row.person) ?? [], now);
    return { row, verdict };
  });
}

function verdictOf(contact: Contact, own: readonly Contact[], now: number): Verdict {
  const { closedAt, outcome } = contact;
  if (closedAt === null || now < closedAt + FIRST_CONTACT_MS) return 'unknown';
  if (outcome !== 'resolved') return 'miss';
  return own.some((other) => isReopening(contact, other) || isAgain(contact, other, closedAt)) ? 'miss' : 'hit';
}

function isReopening(contact: Contact, other: Contact): boolean {
  return other.conversationId === contact.conversationId && other.episode === contact.episode + 1;
}

/** Where one of the two has no topic, nobody can say that it was another one. */
function isAgain(contact: Contact, other: Contact, closedAt: number): boolean {
  if (other.conversationId === contact.conversationId) return false;
  const isNext = other.openedAt >= closedAt && other.openedAt <= closedAt + FIRST_CONTACT_MS;
  const isSameTopic = contact.topic === null || other.topic === null || contact.topic === other.topic;
  return isNext && isSameTopic;
}

/** M8, the other half: resolved ones that were opened again, among resolved ones. */
export function judgeReopened(contacts: readonly Contact[], period: Span, now: number): Judged<Contact>[] {
  const known = new Set(contacts.map(({ conversationId, episode }) => `${conversationId} ${episode}`));
  return endedIn(contacts, period)
    .filter(({ outcome }) => outcome === 'resolved')
    .map((row) => {
      if (now < (row.closedAt ?? now) + REOPEN_WINDOW_MS) return { row, verdict: 'unknown' };
      return { row, verdict: known.has(`${row.conversationId} ${row.episode + 1}`) ? 'hit' : 'miss' };
    });
}

/** Spam is nobody's contact. */
function endedIn(contacts: readonly Contact[], period: Span): Contact[] {
  return contacts.filter(
    ({ openedAt, closedAt, outcome }) => isWithin(period, openedAt) && closedAt !== null && outcome !== 'spam',
  );
}
