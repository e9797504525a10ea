import { expect, test, vi } from 'vitest';
import { ENGLISH } from '../../../protocol/kit/emoji/english.ts';
import { fetchEmojiWords } from '../../../protocol/kit/emoji/fetch-emoji-words.ts';
import { findEmoji } from '../../../protocol/kit/emoji/find-emoji.ts';

vi.mock('../../../protocol/kit/emoji/emoji-nl.ts', () => {
  throw new Error('The file cannot be fetched.');
});

const signsFor = async (lang: string, asked: string) =>
  findEmoji(await fetchEmojiWords(lang), asked).map(([sign]) => sign);

test('W20: a sign has a name, and is found by its other words, in any order', () => {
  expect(findEmoji(ENGLISH, ' Delivery  PARCEL ')).toEqual([['📦', 'parcel']]);
  expect(findEmoji(ENGLISH, '')).toHaveLength(Object.keys(ENGLISH).length);
  expect(findEmoji(ENGLISH, 'qqqq')).toEqual([]);
});

test('W20: where a word begins as asked, the sign stands before those that hold it somewhere', async () => {
  expect((await signsFor('fr', 'clé')).slice(0, 2)).toEqual(['🔑', '💪']);
});

test.each([
  ['de', 'HÄKCHEN', '✅'],
  ['de', 'haekchen', undefined],
  ['de', 'heiss', '🔥'],
  ['fr', 'cle', '🔑'],
  ['fr', "clin d'oeil", '😉'],
  ['es', 'corazon rojo', '❤️'],
  ['pt-BR', 'cafe', '☕'],
  ['it', 'caffe', '☕'],
  ['pl', 'zolte', '💛'],
  ['pl', 'KLODKA', '🔒'],
  ['tr', 'SARI', '💛'],
  ['tr', 'İYİ', '👍'],
  ['ar', 'هديه', '🎁'],
  ['ar', 'شُكْرًا', '😊'],
  ['he', 'כֶּלֶב', '🐶'],
  ['ja', 'ピザ', '🍕'],
  ['ja', 'ぴざ', '🍕'],
  ['ja', 'でんわ', '📞'],
  ['zh', '咖啡', '☕'],
  ['hi', 'जमीन', undefined],
  ['hi', 'पिज्जा', '🍕'],
  ['hi', 'हां', '👍'],
  ['ru', 'ЗЕЛЕНОЕ', '💚'],
  ['uk', "комп'ютер", '💻'],
] as const)('W20: in %s "%s" finds it, however case and accents are typed', async (lang, asked, sign) => {
  expect((await signsFor(lang, asked))[0]).toBe(sign);
});

test('W20: who asks in English is understood where the language has no such word; the names stay its own', async () => {
  expect(findEmoji(await fetchEmojiWords('de'), 'wallet')).toEqual([]);
  expect(findEmoji(await fetchEmojiWords('de'), 'parcel')).toEqual([['📦', 'Paket']]);
});

test('W22: the region does not matter, and where no file can be had the words are English', async () => {
  expect(await fetchEmojiWords('de-AT')).toBe(await fetchEmojiWords('de'));
  expect(await fetchEmojiWords('en-GB')).toBe(ENGLISH);
  expect(await fetchEmojiWords('sv')).toBe(ENGLISH);
  expect(await fetchEmojiWords('nl')).toBe(ENGLISH);
});
