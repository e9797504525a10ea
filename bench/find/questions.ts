import { FIND_TERMS_MAX } from '../../protocol/wire/limits.ts';
import type { FindLines } from '../../server/store/find-store.ts';

/** Messages of each conversation. */
export const EACH = 20;
/** From the telephone of one conversation to that of the next. */
export const PHONE_STEP = 37;
const PHONE = String(2_000_000 + 40 * PHONE_STEP);
export type Filters = Omit<FindLines, 'terms' | 'tier' | 'before' | 'limit' | 'lookedMax'>;
const LONG_AGO = EACH;
const HALF_WAY = 50_000;
/** What is looked for: each is a cost of its own. */
export const QUESTIONS: [name: string, text: string, more?: Filters][] = [
  ['a word of two messages in three', 'wa0'],
  ['two words of many', 'wa0 wa1'],
  ['a rare word', 'wa3989'],
  ['the beginning of many words', 'wa'],
  ['a phrase', '"wa0 wa1"'],
  ['a word of many, of a site without any', 'wa0', { siteId: 'site-2' }],
  ['a word that nobody wrote', 'nobody'],
  ['one letter', 'w'],
  ['the beginning of many words and a rare word', 'wa wa3989'],
  ['a word of many and a rare one', 'wa0 wa3989'],
  ['a word of many, of an agent who wrote little', 'wa0', { agentId: 'agent-1' }],
  ['the beginning of many words, notes only', 'wa', { kind: 'note' }],
  ['a word of many, in open conversations', 'wa0', { status: 'open' }],
  ['a word of many, long ago', 'wa0', { to: LONG_AGO }],
  ['a rare word, long ago', 'wa3989', { to: LONG_AGO }],
  ['the beginning of many words, longer than the index knows', 'wa10'],
  ['words of many that never stand together', '"wa1 wa2 wa3 wa4"'],
  ['a word that every message has', 'please'],
  ['three letters', 'wa3'],
  ['a digit', '1'],
  ['the number of an order', `${1_000_000 + 40 * EACH}`],
  ['the beginning of numbers of orders', '1001'],
  ['the last four digits of a telephone', PHONE.slice(-4)],
  ['a telephone as it is dialled at home', `0171 ${PHONE}`],
  ['a telephone with its country', `+49171${PHONE}`],
  ['umlauts', 'größe'],
  ['the beginning of a word without its accents', 'gro'],
  ['Arabic', 'مرحبا'],
  ['Arabic, two letters', 'مر'],
  ['Chinese', '退货'],
  ['Chinese that nobody wrote', '狗猫'],
  ['Japanese', 'ありがとう'],
  ['a phrase with a rare word', '"please wa3989"'],
  ['the beginning of many words, of a site without any', 'wa', { siteId: 'site-2' }],
  ['the beginning of many words, of a site that has all', 'wa', { siteId: 'site-1' }],
  ['the beginning of many words, of an agent who wrote little', 'wa', { agentId: 'agent-1' }],
  ['one letter, of agents, in closed conversations', 'w', { author: 'agent', status: 'closed', kind: 'message' }],
  ['a word of many, in a time half-way', 'wa0', { from: HALF_WAY, to: 2 * HALF_WAY }],
  ['a rare word, in a time half-way', 'wa3989', { from: HALF_WAY, to: 2 * HALF_WAY }],
  ['the beginning of many words, in a time half-way', 'wa', { from: HALF_WAY, to: 2 * HALF_WAY }],
  ['people, by one letter', 'v', { kind: 'person' }],
  ['as many words as there may be', Array.from({ length: FIND_TERMS_MAX }, (_, n) => `wa${n}`).join(' ')],
];
