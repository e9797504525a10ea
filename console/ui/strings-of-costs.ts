import type { Refusal } from '../../protocol/wire/errors.ts';
import { inLanguage } from './language.ts';

/** What people read where they say what service costs; fetched with that page. */
export const costWords = inLanguage('cost', {
  title: 'Costs',
  hint: 'From your own figures the business report works out what a conversation costs, and what it costs to keep a customer against winning a new one.',
  failed: 'The costs could not be loaded.',
  currency: 'Currency',
  currencyHint: 'Its code of three letters, such as EUR. Everything on this page is in it.',
  months: 'By month',
  monthsHint:
    'What an agent’s hour costs holds until you say another one. Marketing is of its month only. Leave empty what you do not know: no figure is guessed.',
  noMonths: 'No month yet.',
  month: 'Month, such as 2026-11',
  monthOf: (month: string) => (month === '' ? 'new month' : month),
  hourly: 'An agent’s hour',
  marketing: 'Marketing',
  addMonth: 'Add a month',
  remove: (month: string) => `Remove ${month === '' ? 'this month' : month}`,
  staffing: 'Planning of shifts',
  staffingHint: 'The forecast asks for as many agents as these need.',
  targetShare: 'Share of waits to end in time, %',
  targetSeconds: 'In time: seconds',
  targetSecondsHint: 'Empty: the target of your team, or a minute.',
  chats: 'Conversations at once',
  occupancy: 'Busy at most, % of the time',
  shrinkage: 'Paid time away from the desk, %',
  shrinkageHint: 'Breaks, training, holidays, illness.',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  version: (version: number, by: string | null, when: string) =>
    `Version ${version}, saved ${by === null ? '' : `by ${by} `}on ${when}. Reports say which version they were made with; earlier ones are kept.`,
  problems: {
    other: 'The relay does not answer. Try again in a moment.',
    currency: 'This is no currency that we know. Write a code such as EUR.',
    month: 'Write each month once, as 2026-11.',
    amount: 'An amount is not a number, or below zero.',
    target: 'The target lies between one second and a day.',
    chats: 'Conversations at once: a whole number from 1 on.',
    shrinkage: 'Time away from the desk: 0 to 90 %.',
    share: 'Shares lie between 1 and 99 %, and “busy at most” between 10 and 100 %.',
  },
});

export function costProblem(refusal: Refusal): string {
  const { problems } = costWords;
  // Said above it, with what can be done (meanwhile.tsx).
  if (refusal.error === 'changed_meanwhile') return '';
  if (refusal.error !== 'invalid_payload') return problems.other;
  const field = refusal.field ?? '';
  if (field === 'currency') return problems.currency;
  if (field.endsWith('.month')) return problems.month;
  if (/hourlyCost|marketing/.test(field)) return problems.amount;
  if (field.endsWith('targetMs')) return problems.target;
  if (field.endsWith('chatsAtOnce')) return problems.chats;
  return field.endsWith('shrinkage') ? problems.shrinkage : problems.share;
}
