import type { MailWords } from './mail-words.ts';

/** English. */
export const en: MailWords = {
  lang: 'en',
  dir: 'ltr',
  you: 'You',
  team: 'Our team',
  file: 'File',
  edited: 'edited',
  removed: 'This message was removed.',
  transcript: {
    subject: (site) => `Your chat with ${site}`,
    intro: (site) => `Here is the chat with ${site}, as you asked.`,
    zone: (zone) => `Times are those of ${zone}.`,
    cut: 'The chat is longer than a mail should be; this is its last part.',
    askedByVisitor: (site) =>
      `Somebody gave this address in the chat on ${site} and asked for a copy. If it was not you, you need not do anything.`,
    askedByTeam: (site) => `The team of ${site} sent you this copy.`,
  },
  answer: {
    subject: (site) => `An answer from ${site}`,
    intro: (site) => `You wrote to ${site}. Here is the answer you have not seen yet:`,
    link: 'Back to the page of the chat',
    how: 'To go on, open the page again in the same browser. What you write by mail does not reach the chat.',
    why: (site) => `You get this mail because this address was left in the chat on ${site}.`,
  },
  rating: {
    subject: (site) => `How was your chat with ${site}?`,
    intro: (site) => `You wrote with ${site}. Would you tell us how it was? One question, one click more.`,
    link: 'Rate the chat',
    until: (when) => `The link is good until ${when}, and for one answer.`,
    why: (site) => `You get this mail once, because this address was left in the chat on ${site}.`,
  },
  stop: {
    line: 'No more mails',
    title: 'No more mails',
    intro: (site) => `Do you want no more mails from the chat of ${site} to this address?`,
    button: 'Yes, send no more',
    done: 'Done. No more mails will come from this chat.',
  },
  page: {
    question: (site) => `How was your chat with ${site}?`,
    scores: ['Bad', 'Not so good', 'All right', 'Good', 'Very good'],
    comment: 'A word about it, if you like',
    send: 'Send',
    chooseOne: 'Please choose one of the five first.',
    thanks: 'Thank you. Your answer was kept.',
    given: 'This chat was rated already. Thank you.',
    over: 'This link is not good any more.',
    later: 'This does not work at the moment. Please try again in a minute.',
  },
};
