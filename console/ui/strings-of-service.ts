import { inLanguage } from './language.ts';

/** Texts about hours, the queue and wrap-up. */
export const serviceStrings = inLanguage('service', {
  wrapUp: 'Wrapping up',
  wrapUpHint: 'Your place is held so that you can finish your notes. The next conversation comes after it.',
  wrapUpDone: 'Done',
  wrapUpLeft: (left: string) => `${left} left`,
  inHours: 'First response in hours',
  inHoursMore: '“In hours” counts only the part of a wait within your opening hours, as they were in force then.',
  promised: 'Promised waits',
  promisedMore:
    'Visitors in the queue were told a range of waiting. Of those whom an agent then took over: how often the wait was within the range, shorter or longer. The range runs from the middle wait to nine of ten, so about four in ten within and one in ten longer is honest.',
  inside: 'within',
  shorter: 'shorter',
  longer: 'longer',
  promisedLatest: 'the latest of the period',
  promisedOf: (n: string) => `of ${n} promised waits`,
} as const);
