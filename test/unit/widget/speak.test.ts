import { afterEach, expect, test, vi } from 'vitest';
import { endedStrings } from '../../../widget/ui/ended-strings.ts';
import { eventStrings } from '../../../widget/ui/event-strings.ts';
import { serviceStrings } from '../../../widget/ui/service-strings.ts';
import { chooseLanguage, createWords, type Texts } from '../../../widget/ui/speak.ts';
import { strings } from '../../../widget/ui/strings.ts';

/** The visitor's language, and over it the owner's words (W19, W22). */

const made: { stop(): void }[] = [];
function speaking(
  options: Record<string, unknown>,
  texts: Texts = { panel: strings, service: serviceStrings, event: eventStrings },
) {
  const words = createWords(options, texts);
  made.push(words);
  return words;
}
afterEach(() => {
  for (const words of made.splice(0)) words.stop();
  document.documentElement.lang = '';
});

test.each([
  [['de'], 'de', 'de'],
  [['de', 'en-US', 'de-AT'], 'de', 'de-AT'],
  [['sv', 'fr-CA'], 'fr', 'fr-CA'],
  [['', undefined, 'pt_BR'], 'pt', 'pt-BR'],
  [['zh-TW', 'ja'], 'ja', 'ja'],
  [['zh-Hans-SG'], 'zh', 'zh-Hans-SG'],
  [['iw'], 'he', 'he'],
  [['en', 'de'], 'en', 'en-GB'],
  [['en', 'en-AU'], 'en', 'en-AU'],
  [['en-US@posix', 'not a tag', 'sv'], 'en', 'en-GB'],
  [[], 'en', 'en-GB'],
])('W22 of the wishes %j %s is spoken, dates as in %s', (wishes, code, tag) => {
  expect(chooseLanguage(wishes)).toEqual({ code, tag });
});

test('W22 the owner comes before the page, the page before the browser', async () => {
  document.documentElement.lang = 'fr';
  vi.stubGlobal('navigator', { language: 'de', languages: ['de'] });
  const options: Record<string, unknown> = {};
  const words = speaking(options);
  expect(await words.speak()).toBe('fr');
  expect([strings.lang, strings.send]).toEqual(['fr', 'Envoyer']);
  options.locale = 'it-CH';
  expect(await words.speak()).toBe('it-CH');
  expect(strings.send).toBe('Invia');
  document.documentElement.lang = 'xx';
  options.locale = undefined;
  expect(await words.speak()).toBe('de');
  vi.unstubAllGlobals();
});

test('W22 counted as the language counts, written as it writes numbers', async () => {
  await speaking({ locale: 'pl' }).speak();
  expect([1, 3, 5, 22, 112].map((count) => strings.unread(count))).toEqual([
    ...['1 nowa wiadomość', '3 nowe wiadomości', '5 nowych wiadomości', '22 nowe wiadomości', '112 nowych wiadomości'],
  ]);
  await speaking({ locale: 'de' }).speak();
  expect(strings.over(12_345)).toBe('12.345 Zeichen zu viel');
  await speaking({ locale: 'ru' }).speak();
  expect([serviceStrings.about(4, 7), serviceStrings.about(1, 21)]).toEqual([
    ...['примерно от 4 до 7 минут', 'примерно от 1 до 21 минуты'],
  ]);
});

test('W22 in a language from right to left a name in another script runs by itself', async () => {
  await speaking({ locale: 'ar' }).speak();
  expect([strings.dir, eventStrings.joined('Ana')]).toEqual(['rtl', 'معك الآن: \u2068Ana\u2069']);
});

test.each([
  ['ar', 'نفتح مجددًا: \u2067\u2068A\u2069، \u2068B\u2069\u2069'],
  ['he', 'נפתח שוב: \u2067\u2068A\u2069, \u2068B\u2069\u2069'],
])('W22 in %s a day and a time stand in the order of the language', async (locale, opens) => {
  await speaking({ locale }).speak();
  expect(serviceStrings.opens(serviceStrings.when('A', 'B'))).toBe(opens);
});

test('W19 W22 the owner’s words win in every language, and the texts are English again at the end', async () => {
  const options: Record<string, unknown> = { locale: 'de', textGreeting: 'Moin', textClosedByAgent: 'Wir sind durch' };
  const words = speaking(options);
  await words.speak();
  expect([strings.greeting, eventStrings.closedBy.agent, strings.send]).toEqual(['Moin', 'Wir sind durch', 'Senden']);
  options.locale = 'en';
  await words.speak();
  expect([strings.greeting, eventStrings.closedBy.agent, strings.send]).toEqual(['Moin', 'Wir sind durch', 'Send']);
  words.stop();
  expect([strings.greeting, strings.unread(2)]).toEqual(['Hello. How can we help?', '2 new messages']);
});

test('W22 texts that come later speak the same language; who asks twice hears the last', async () => {
  const options: Record<string, unknown> = { locale: 'es' };
  const texts: Texts = { panel: strings };
  const words = speaking(options, texts);
  const first = words.speak();
  options.locale = 'nl';
  const second = words.speak();
  expect(await Promise.all([first, second])).toEqual([null, 'nl']);
  texts.ended = endedStrings;
  words.put();
  expect([strings.send, endedStrings.skip, endedStrings.scores[0]]).toEqual(['Versturen', 'Overslaan', '1 van 5']);
});
