import type { Letter } from './letter.ts';

/** Every word of mails to the team: in English, since nothing stored says which language each of them reads the console in. */
export const staffWords = {
  foot: (origin: string) => `Sent by Deskbell at ${origin}`,
  test: {
    subject: 'Deskbell can send mail',
    body: 'This is the test mail that somebody asked for. Mail from this installation arrives.',
  },
  alert: { link: 'Open the conversation' },
  report: {
    subject: (every: 'day' | 'week', from: string, to: string, site: string | null) => {
      const whose = site === null ? 'Your chat figures' : `Your chat figures of ${site}`;
      return every === 'day' ? `${whose}, ${from}` : `${whose}, ${from} to ${to}`;
    },
    intro: (from: string, to: string, zone: string, site: string | null) =>
      `${site === null ? 'All sites' : site}, from ${from} to ${to} (${zone}). Each figure carries the number of cases behind it (n) and, where it is a share, the range in which the true share lies in 95 of 100 cases.`,
    nothing: 'Nobody wrote in this time.',
    own: 'These are your own figures: your role does not show those of the team.',
    left: (names: string) =>
      `Chosen for this report, and without it now, because their role may not read reports any more: ${names}.`,
    counts: 'Conversations',
    conversations: 'Conversations',
    answered: 'Answered',
    abandoned: 'Left without an answer',
    waits: 'First answer',
    inHours: 'First answer within opening hours',
    queue: 'Time in the queue',
    half: 'Half of them within',
    nine: 'Nine of ten within',
    unknown: 'not reached',
    service: 'Service',
    inTarget: 'Answered within the target',
    firstContact: 'Solved at the first contact',
    satisfaction: 'Satisfaction',
    satisfied: 'Satisfied (4 or 5)',
    answers: (given: number, asked: number) => `${given} of ${asked} answered`,
    few: 'too few answers to rely on',
    share: (percent: string, low: string, high: string) => `${percent} (${low} to ${high})`,
    none: 'no answers',
    of: (n: number) => `n = ${n}`,
    link: 'Open the reports',
    passed:
      'You get this because nobody who was chosen for it may read reports any more, and you can choose others: Settings, Mail.',
    why: 'You get this because an owner chose you under Settings, Mail. Owners end it there.',
  },
} as const;

export function testLetter(origin: string): Letter {
  return {
    ...{ lang: 'en', dir: 'ltr', subject: staffWords.test.subject },
    parts: [{ kind: 'words', text: staffWords.test.body }],
    foot: [staffWords.foot(origin)],
  };
}
