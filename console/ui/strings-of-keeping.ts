import { number } from './format.ts';
import { inLanguage } from './language.ts';

/** How long is kept what was said and bought (J13, G7). */
export const keepingWords = inLanguage('keeping', {
  title: 'How long conversations and orders are kept',
  hint: 'Nothing is set at first: everything is kept. A rule begins an hour after it was saved, then works once a day. Reports stay as they are.',
  conversations: 'Empty ended conversations after (days)',
  conversationsHint: (max: number) =>
    `From 1 to ${max}, counted from the end. Texts, files, notes, comments and addresses go; times, ratings and tags stay. Empty: kept.`,
  people: 'With the last conversation, forget its visitor, too',
  peopleHint:
    'Profile, notes and tags go, and the name is taken off the orders, where the visitor has not been here since. Whoever is blocked stays.',
  orders: 'Take names off orders after (days)',
  ordersHint: (max: number) =>
    `From 1 to ${max}, counted from the order. Amounts stay, and whose they were goes. Empty: kept.`,
  visitorsErase: 'Visitors may erase what is kept about them',
  visitorsEraseHint:
    'In the chat, under “Your data”, at once and without asking you. Blocked visitors cannot. Without this they still read and download it there, and ask your team.',
  masksCards: 'Hide card numbers in what visitors write',
  masksCardsHint:
    'All digits of a payment card’s number but the last four are replaced before a message is kept, so nobody reads them here, not even in a backup. What was written before stays as it is.',
  wrong: (max: number) => `Write a whole number from 1 to ${max}, or nothing.`,
  amount: (found: number, countedTo: number) => (found >= countedTo ? `${number(countedTo)} or more` : number(found)),
  outlook: (conversations: string, orders: string) =>
    `As of now this touches: conversations ${conversations}, orders ${orders}.`,
  noWayBack: 'What has gone cannot be brought back.',
  unknown: 'How many this touches could not be counted just now.',
} as const);
