import type { ProactiveRule, ProactiveSettings, ProactiveWhen } from '../../protocol/wire/proactive.ts';
import type { ServiceSettings } from '../model/service-settings.ts';
import { LOCALE } from './format.ts';
import { inLanguage } from './language.ts';

type Limits = ServiceSettings['limits'];

/** What people read on the page about messages that come by themselves (docs/proactive.md). */
export const proactiveWords = inLanguage('proactive', {
  title: 'Messages that come by themselves',
  hint: 'A quiet bubble beside the bell that visitors can answer, or dismiss for good. It never opens the chat by itself.',
  on: 'Show messages on this site',
  privacy: 'What is kept in the visitor’s browser',
  privacies: {
    strict: [
      'Nothing before the visitor acts',
      'Visits are not counted. Only what the visitor dismissed or answered is kept, so that it does not come again.',
    ],
    counted: [
      'Visits and what was shown are counted',
      'In the visitor’s browser alone, never sent. Ask for consent first where your law wants that.',
    ],
  } satisfies Record<ProactiveSettings['privacy'], readonly [string, string]>,
  visitMax: 'Messages in one visit, at most',
  visitMaxStrict: 'While nothing is counted, a visit is one page.',
  dayMax: 'Messages within a day, at most',
  whileThere: 'Only while somebody is there',
  whileThereHint: 'Chat is open and an agent is available when the page is loaded.',
  tag: 'The second line of your pages',
  tagHint: 'Beside the first one, where messages may come. Pages without it load nothing of this.',
  copyTag: 'Copy the second line',

  rules: 'The messages',
  rulesHint: 'The first whose conditions hold is shown, one at a time.',
  none: 'No message yet.',
  add: 'Add a message',
  edit: (name: string) => `Edit ${name}`,
  done: 'Done',
  name: 'Name, for the team',
  unnamed: (which: number) => `message ${which}`,
  newName: (which: number) => `Message ${which}`,
  text: 'What visitors read',
  textHint: (max: number) => `One or two sentences, up to ${max} characters.`,
  ruleOn: 'On',
  isOff: 'Off',
  timesMax: 'One visitor sees it at most (times)',
  when: 'When all of this holds',
  pages: 'On these pages, one a line',
  pagesHint: '* stands for anything: /basket*, /products/*, https://shop.example/*. Empty: every page.',
  notPages: 'But not on these',
  languages: 'Where the page’s language is',
  languagesHint: 'Such as de or pt-BR, one a line. Empty: whatever it is.',
  after: 'After so long on the page (seconds)',
  scrolled: 'After scrolling so far down (percent)',
  visits: 'From which visit on',
  visitsHint: 'Such as 3: the third and every later one.',
  visitsStrict: 'Never holds while visits are not counted.',
  cartFrom: 'With a cart worth at least',
  cartBelow: 'and less than',
  cartHint: "Your page says it: Deskbell.track('cart', { value: 120 }).",
  event: 'After your page tracked this event',
  eventHint: "The name in Deskbell.track('…').",
  leaving: 'The pointer leaves the window at its top',
  scriptError: 'A script of the page failed',
  returning: 'For',
  returnings: {
    any: 'Everybody',
    yes: 'Those who opened the chat before, or whom your page calls returning',
    no: 'Only others',
  },
  seen: 'What a visitor sees',
  answer: 'Answer',
  never: 'No more messages like this',

  /** The parts of the sentence that a rule is. */
  rule: {
    shown: (conditions: string) => `Shown ${conditions}.`,
    never: 'never: nothing is named that it waits for',
    often: (times: number) => (times === 1 ? 'Once for each visitor.' : `Up to ${times} times for each visitor.`),
    on: (pages: string) => `on ${pages}`,
    notOn: (pages: string) => `not on ${pages}`,
    language: (names: string) => `where the page is in ${names}`,
    after: (length: string) => `after ${length} on the page`,
    scrolled: (percent: number) => `after scrolling ${percent} % of it`,
    visits: (count: number) => `from visit ${count} on`,
    cart: (from: string, below: string | null) =>
      below === null ? `with a cart of ${from} or more` : `with a cart of ${from} or more, below ${below}`,
    event: (name: string) => `once the page tracked “${name}”`,
    scriptError: 'once a script of the page failed',
    leaving: 'when the pointer leaves at the top',
    returning: 'to those who opened the chat before, or whom your page calls returning',
    notReturning: 'to those who never opened the chat, and whom your page does not call returning',
  },
  faults: {
    rules: (limits: Limits) => `At most ${limits.rulesMax} messages, each with a key of its own.`,
    times: (limits: Limits) => `Write a whole number from 1 to ${limits.timesMax}.`,
    name: (limits: Limits) => `Write up to ${limits.nameMax} characters.`,
    text: (limits: Limits) => `Write up to ${limits.bubbleMax} characters, on one line.`,
    when: () => 'Name something that it waits for, such as a page or a time.',
    pages: (limits: Limits) => `At most ${limits.patternsMax}, each a path such as /basket* or an https:// address.`,
    languages: (limits: Limits) => `At most ${limits.patternsMax} language tags such as de or pt-BR.`,
    after: (limits: Limits) => `From 0 to ${limits.ruleAfterMsMax / 1_000} seconds, or nothing.`,
    scrolled: () => 'Write a whole number from 1 to 100, or nothing.',
    visits: (limits: Limits) => `Write a whole number from 2 to ${limits.visitsMax}, or nothing.`,
    cartBelow: () => 'Write more than the value before it, or nothing.',
    cart: (limits: Limits) => `Write an amount from 0 to ${limits.cartMax}, or nothing.`,
    event: (limits: Limits) => `Write up to ${limits.eventMax} characters, or nothing.`,
    other: () => 'Something here is not right.',
  },
} as const);

const list = new Intl.ListFormat(LOCALE, { type: 'disjunction' });
const both = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
const amounts = new Intl.NumberFormat(LOCALE);
const lengths = (value: number, unit: 'second' | 'minute') =>
  new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay: 'long' }).format(value);

const SECOND_MS = 1_000;

/** A rule as one plain sentence. */
export function spellRule({ when, timesMax }: ProactiveRule, privacy: ProactiveSettings['privacy']): string {
  const { rule } = proactiveWords;
  const parts = partsOf(when);
  const asleep = when.visitsMin !== null && privacy === 'strict' ? ` ${proactiveWords.visitsStrict}` : '';
  return `${rule.shown(parts.length > 0 ? both.format(parts) : rule.never)} ${rule.often(timesMax)}${asleep}`;
}

function partsOf(when: ProactiveWhen): string[] {
  const { pages, notPages, languages, afterMs, scrolledPercent, visitsMin, cart, event, returning } = when;
  const { rule } = proactiveWords;
  return [
    pages.length > 0 && rule.on(list.format(pages)),
    notPages.length > 0 && rule.notOn(list.format(notPages)),
    languages.length > 0 && rule.language(list.format(languages)),
    afterMs !== null && rule.after(spellLength(afterMs)),
    scrolledPercent !== null && rule.scrolled(scrolledPercent),
    visitsMin !== null && rule.visits(visitsMin),
    cart && rule.cart(amounts.format(cart.from), cart.below === null ? null : amounts.format(cart.below)),
    event !== null && rule.event(event),
    when.scriptError && rule.scriptError,
    when.leaving && rule.leaving,
    returning === true && rule.returning,
    returning === false && rule.notReturning,
  ].filter((part) => part !== false && part !== null);
}

function spellLength(ms: number): string {
  const seconds = ms / SECOND_MS;
  return seconds >= 120 && seconds % 60 === 0 ? lengths(seconds / 60, 'minute') : lengths(seconds, 'second');
}

const FAULTS: readonly (readonly [RegExp, keyof typeof proactiveWords.faults])[] = [
  [/^proactive\.rules$/, 'rules'],
  [/^proactive\.(?:visitMax|dayMax)$/, 'times'],
  [/\.name$/, 'name'],
  [/\.text$/, 'text'],
  [/\.timesMax$/, 'times'],
  [/\.when$/, 'when'],
  [/\.(?:pages|notPages)/, 'pages'],
  [/\.languages/, 'languages'],
  [/\.afterMs$/, 'after'],
  [/\.scrolledPercent$/, 'scrolled'],
  [/\.visitsMin$/, 'visits'],
  [/\.cart\.below$/, 'cartBelow'],
  [/\.cart/, 'cart'],
  [/\.event$/, 'event'],
];

export function spellProactiveFault(field: string, limits: Limits): string {
  const known = FAULTS.find(([path]) => path.test(field));
  return proactiveWords.faults[known ? known[1] : 'other'](limits);
}
