import { inLanguage } from './language.ts';

/** Answers that a message offers (W37). */
export const choiceWords = inLanguage('choices', {
  add: 'Answers to choose from',
  hint: (min: number, max: number) =>
    `The visitor sees them as buttons under your message. ${min} to ${max}, each on a line of its own.`,
  label: 'Answers, one a line',
  wrong: (min: number, max: number, charsMax: number) =>
    `Write ${min} to ${max} different answers, each of at most ${charsMax} characters and without square brackets.`,
  put: 'Put under the message',
  remove: 'Offer none',
  cancel: 'Cancel',
  offered: 'Offered:',
  preview: 'As buttons:',
} as const);
