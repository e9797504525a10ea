import type { FollowUp, FollowUpCause } from '../../protocol/wire/feedback.ts';
import { inLanguage } from './language.ts';

/** What people read about follow-ups wherever they are; the page of follow-ups has words of its own. */
export const followUpWords = inLanguage('followUp', {
  nav: 'Follow-ups',
  overdueCount: (count: number) => (count === 1 ? '1 overdue' : `${count} overdue`),
  news: (count: number) => (count === 1 ? 'A follow-up needs you:' : `${count} follow-ups need you. The first:`),
  newsOf: (causes: string, label: string) => `${causes}, ${label}`,
  show: 'Show',
  seen: 'I have seen it',
  causes: {
    complaint: 'Complaint',
    low_score: 'Low rating',
    unresolved: 'Not resolved',
  } satisfies Record<FollowUpCause, string>,
  kinds: { by_hand: 'By hand', snooze: 'Reminder' },
  due: (time: string) => `Due in ${time}`,
  overdueBy: (time: string) => `Overdue by ${time}`,
  later: 'Remind me or follow up',
  laterShort: 'Later',
  snoozeHour: 'Remind me in an hour',
  snoozeDay: 'Remind me tomorrow at this time',
  snoozeWorkday: 'Remind me at nine on the next working day',
  make: 'Follow-up…',
  saved: 'Kept. It stands under “Follow-ups”.',
  notDone: 'That was not possible. Somebody may have been faster; the list is up to date now.',
} as const);

/** "Complaint, low rating". */
export function causesOf({ kind, causes }: Pick<FollowUp, 'kind' | 'causes'>): string {
  if (kind !== 'feedback') return followUpWords.kinds[kind];
  return causes.map((cause) => followUpWords.causes[cause]).join(' · ');
}
