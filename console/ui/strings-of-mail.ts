import { inLanguage } from './language.ts';

/** Texts of mail: the page of the settings, and sending a copy of a conversation. */
export const mailWords = inLanguage('mail', {
  state: {
    title: 'Outgoing mail',
    off: 'Mail is off: nothing goes out. To turn it on, start the relay with SMTP_URL and MAIL_FROM. Everything else works without.',
    on: (from: string) => `Mail goes out as ${from}.`,
    counts: (sent: number, waiting: number) =>
      `${sent} ${sent === 1 ? 'mail' : 'mails'} sent in the last 24 hours, ${waiting} waiting.`,
    test: 'Send me a test mail',
    tested: 'The test mail is on its way to your address. Should it be refused, it shows below within a minute.',
    failed: 'The state of mail could not be loaded.',
  },
  site: {
    title: 'Mail to visitors',
    hint: 'Each mail says why it came and how to have no more. To one address goes a limited number a day.',
    transcripts: 'Visitors may have a copy of their chat sent to an address',
    answers: 'Send an answer that was not read to the address the visitor left',
    after: 'Minutes without having read it',
    afterHint:
      'The mail holds the answer only. Its link leads to your page and opens nothing: the chat is there for the visitor’s own browser.',
    rating: 'Ask for a rating by mail an hour after the end, where none was given',
    ratingHint:
      'Once for each chat, to visitors who left an address and were answered. The link is good for seven days and one answer.',
  },
  report: {
    title: 'Figures by mail',
    hint: 'The figures of the report, each with its number of cases, for whole days before.',
    every: 'How often',
    everys: { never: 'Never', day: 'Every day', week: 'Every week' },
    weekday: 'On',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    hour: 'At',
    zone: 'Time zone',
    zoneFault: 'There is no such time zone. Choose one from the list.',
    site: 'Of which site',
    allSites: 'All sites',
    to: 'To whom',
    nobody: 'Choose somebody, or nothing is sent.',
    save: 'Save',
    discard: 'Discard',
    saved: 'Saved.',
  },
  dead: {
    title: 'Not delivered',
    none: 'Nothing was given up.',
    what: {
      test: 'Test mail',
      transcript: 'Copy of a chat',
      answer: 'Answer',
      rating: 'Question for a rating',
      report: 'Figures',
      alert: 'Word to the team',
    } as Record<string, string>,
    tries: (count: number) => (count === 1 ? '1 try' : `${count} tries`),
    retry: (address: string) => `Try again: ${address}`,
    retryShort: 'Try again',
  },
  copy: {
    open: 'Send a copy by mail',
    hint: 'Everything the visitor may see, without notes, in the language of the chat.',
    to: 'E-mail address',
    send: 'Send the copy',
    cancel: 'Cancel',
    close: 'Close',
    sent: 'The copy is on its way.',
  },
  problems: {
    mail_off: 'Mail is off, or copies are switched off for this site.',
    unanswered: 'A copy can be sent once somebody has answered.',
    rate_limited: 'So many mails went to this address today that no more are sent.',
    invalid_payload: 'That does not look like an e-mail address.',
    changed_meanwhile:
      'Somebody else saved this meanwhile. Yours is still here: save it again, or discard it to see theirs.',
    forbidden: 'You may not do this.',
    other: 'The relay does not answer. Try again in a moment.',
  } as Record<string, string>,
} as const);

export function mailProblem(error: string): string {
  return mailWords.problems[error] ?? mailWords.problems.other ?? '';
}
