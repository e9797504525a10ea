import type { FollowUp, FollowUpCause, FollowUpOutcome } from '../../protocol/wire/feedback.ts';
import { inLanguage } from './language.ts';

/** What people read about follow-ups and about what visitors said. The first part is fetched with the console. */
export const followUpWords = inLanguage('followUp', {
  nav: 'Follow-ups',
  overdueCount: (count: number) => (count === 1 ? '1 overdue' : `${count} overdue`),
  news: (count: number) => (count === 1 ? 'A follow-up needs you:' : `${count} follow-ups need you. The first:`),
  newsOf: (one: FollowUp) => `${causesOf(one)}, ${one.label}`,
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
  make: 'Follow-up…',
  saved: 'Kept. It stands under “Follow-ups”.',
  notDone: 'That was not possible. Somebody may have been faster; the list is up to date now.',
} as const);

/** "Complaint, low rating". */
export function causesOf({ kind, causes }: Pick<FollowUp, 'kind' | 'causes'>): string {
  if (kind !== 'feedback') return followUpWords.kinds[kind];
  return causes.map((cause) => followUpWords.causes[cause]).join(' · ');
}

/** Fetched with the page. */
export const feedbackWords = inLanguage('feedback', {
  title: 'Follow-ups',
  viewsLabel: 'Views',
  views: { open: 'Open', done: 'Done', feedback: 'What visitors said' },
  whose: 'Whose',
  whoseChoices: { all: 'All', mine: 'Mine', team: 'Whoever directs' },
  empty: 'Nothing to follow up',
  emptyHint: 'A low rating, a chat that was not resolved or a complaint stands here until somebody has looked at it.',
  emptyMine: 'Nothing of this kind is open.',
  doneEmpty: 'Nothing is done yet',
  failed: 'The follow-ups could not be loaded.',
  more: 'There are more than are shown here. The most urgent stand first.',
  openCount: (open: number, overdue: number) => `${open} open, ${overdue} overdue`,
  owner: 'Owner',
  team: 'Whoever directs',
  gone: 'Somebody else',
  madeBy: (name: string) => `made by ${name}`,
  doneBy: (name: string, when: string) => `${name}, ${when}`,
  onTime: 'on time',
  late: 'late',
  end: 'Done…',
  endLong: (label: string) => `Done: ${label}`,
  endAs: {
    won_back: 'Won back',
    not_won_back: 'Not won back',
    no_answer: 'No answer',
    done: 'Done',
  } satisfies Record<FollowUpOutcome, string>,
  kind: 'Good words for you',
  kindHint: 'What visitors wrote with a good rating of chats that you served. Only you see this list.',

  dialog: {
    title: 'Follow up',
    hint: 'It stands under “Follow-ups” until it is done. The owner is reminded when it is due.',
    when: 'Due',
    wrong: 'A time to come, at most a year ahead.',
    owner: 'Owner',
    me: 'Me',
    note: 'What is to be done',
    save: 'Keep',
    cancel: 'Cancel',
  },

  report: {
    filtersLabel: 'Which',
    filters: {
      all: 'All answers',
      low: 'Low (1, 2)',
      good: 'Good (4, 5)',
      unresolved: 'Not resolved',
      complaint: 'Complaints',
      comment: 'With a comment',
    },
    csat: 'Satisfaction (CSAT)',
    effort: 'Effort (CES)',
    recommend: 'Recommendation (NPS)',
    wonBack: 'Won back',
    kept: 'Promises kept',
    n: (n: string) => `n = ${n}`,
    interval: (low: string, high: string) => `95 % interval ${low} to ${high}`,
    few: 'Too few answers to judge',
    none: 'No answers yet',
    rate: (answers: string, asked: string) => `${answers} of ${asked} visitors answered`,
    nameless: (count: string) => `${count} of them without a name`,
    mean: (mean: string) => `Mean ${mean} of 7`,
    parts: (promoters: string, passives: string, detractors: string) =>
      `${promoters} promoters, ${passives} passives, ${detractors} detractors`,
    heard: (hits: string, n: string) => `${hits} of ${n} who rated again`,
    silent: (count: string) => `${count} have not rated since`,
    nobodyHeard: 'Nobody has rated again yet',
    nothingDue: 'Nothing was due',
    keptOf: (hits: string, n: string) => `${hits} of ${n} by their due time`,
    said: (text: string) => `The team says: ${text}`,
    definitions: {
      csat: 'Ratings of 4 or 5 divided by all ratings of episodes opened in the period, with the Wilson 95 % interval. Answers without a name are among them.',
      effort:
        '“How easy was it to get help?”, 1 (very hard) to 7 (very easy): the share of 5, 6 and 7, with the Wilson 95 % interval, and the mean beside it.',
      recommend:
        '“Would you recommend us?”, 0 to 10: the share of 9 and 10 less the share of 0 to 6, in points from −100 to 100, with a 95 % interval.',
      wonBack:
        'Of the follow-ups that a bad word made in the period: those whose visitor rated again afterwards, and of these the ones whose first such rating is 4 or 5, or says that it is solved. Who says nothing counts neither way. It does not show that the follow-up was the cause.',
      kept: 'Follow-ups that were done by their due time, of those that were due in the period. Reminders for oneself do not count.',
    },
    list: 'What visitors said',
    total: (total: string, shown: string) =>
      total === shown ? `${total} answers` : `${shown} of ${total} answers are shown, the latest`,
    columns: { when: 'When', who: 'Visitor', score: 'Rating', more: 'More', comment: 'Comment', followUp: 'Follow-up' },
    anonymous: 'Without a name',
    effortOf: (effort: number) => `Effort ${effort} of 7`,
    recommendOf: (recommend: number) => `Recommends ${recommend} of 10`,
    open: 'Open',
    nothing: '–',
    overdue: 'Overdue',
    empty: 'Nothing of this kind in this period.',
    failed: 'This could not be loaded.',
  },

  settings: {
    title: 'Questions after a chat',
    hint: 'Visitors are asked once for each chat, when it has ended. Everything but the stars may be left out.',
    effort: 'Ask how easy it was (CES, 1 to 7)',
    recommend: 'Ask whether they would recommend you (NPS, 0 to 10)',
    anonymous: 'Let them answer without their name',
    anonymousHint:
      'The answer counts in all figures, with its day. It is kept apart from the chat: no list, no agent and no supervisor sees which one it was, and nobody can reply. Who reads the database itself, or knows that only one chat ended on a day, may still guess.',
    reasons: 'Reasons to choose from are set with',
    reasonsWhere: 'what stands around the chat',
    wordsTitle: 'In your own words',
    wordsHint: 'Empty: our own words, in each visitor’s language.',
    language: 'Language',
    score: 'Instead of “How did we do?”',
    effortWords: 'Instead of “How easy was it to get help?”',
    recommendWords: 'Instead of “Would you recommend us to a friend?”',
    preview: 'What visitors see',
    ruleTitle: 'What becomes of bad answers',
    ruleHint:
      'Each makes a follow-up, once: it has an owner and a due time, and those who direct the team hear of it at once.',
    low: 'A rating of this or less',
    lowNever: 'No rating does',
    unresolved: 'A chat that ends unresolved, or of which the visitor says so',
    complaint: 'A complaint',
    owner: 'Who looks at it',
    owners: { agent: 'Who wrote most of the chat', supervisor: 'Whoever directs the team' },
    due: 'Due after (business hours)',
    dueHint: 'Counted within your opening hours; without any, every hour counts.',
    mails: 'Also by mail to its owner and to those who direct, where mail is on',
    stars: 'Five stars',
  },
} as const);

/** The languages of the widget. */
export const LANGUAGES = [
  'en',
  'ar',
  'de',
  'es',
  'fr',
  'he',
  'hi',
  'it',
  'ja',
  'nl',
  'pl',
  'pt',
  'ru',
  'tr',
  'uk',
  'zh',
];
