import type { ProactiveRule, ProactiveSettings, ProactiveWhen } from '../../protocol/wire/proactive.ts';
import type { ServiceSettings } from '../model/service-settings.ts';

type Limits = ServiceSettings['limits'];

/** What people read on the page about messages that come by themselves (docs/proactive.md). */
export const proactiveWords = {
  title: 'Messages that come by themselves',
  hint: 'A quiet bubble beside the bell that visitors can answer, or dismiss for good. It never opens the chat by itself.',
  on: 'Show messages on this site',
  privacy: 'What is kept in the visitor’s browser',
  privacies: {
    strict: [
      'Nothing before the visitor acts',
      'Visits are not counted. Only what she dismissed or answered is kept, so that it does not come again.',
    ],
    counted: [
      'Visits and what was shown are counted',
      'In her browser alone, never sent. Ask for consent first where your law wants that.',
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
    yes: 'Those who chatted before, or whom your page calls returning',
    no: 'Only others',
  },
  seen: 'What a visitor sees',
  answer: 'Answer',
  never: 'No more messages like this',
} as const;

const list = new Intl.ListFormat('en', { type: 'disjunction' });
const both = new Intl.ListFormat('en', { type: 'conjunction' });
const amounts = new Intl.NumberFormat('en');
const lengths = (value: number, unit: 'second' | 'minute') =>
  new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(value);

const SECOND_MS = 1_000;

/** A rule as one plain sentence. */
export function spellRule({ when, timesMax }: ProactiveRule, privacy: ProactiveSettings['privacy']): string {
  const parts = partsOf(when);
  const conditions = parts.length > 0 ? both.format(parts) : 'never: nothing is named that it waits for';
  const often = timesMax === 1 ? 'Once for each visitor.' : `Up to ${timesMax} times for each visitor.`;
  const asleep = when.visitsMin !== null && privacy === 'strict' ? ` ${proactiveWords.visitsStrict}` : '';
  return `Shown ${conditions}. ${often}${asleep}`;
}

function partsOf(when: ProactiveWhen): string[] {
  const { pages, notPages, languages, afterMs, scrolledPercent, visitsMin, cart, event, returning } = when;
  return [
    pages.length > 0 && `on ${list.format(pages)}`,
    notPages.length > 0 && `not on ${list.format(notPages)}`,
    languages.length > 0 && `where the page is in ${list.format(languages)}`,
    afterMs !== null && `after ${spellLength(afterMs)} on the page`,
    scrolledPercent !== null && `after scrolling ${scrolledPercent} % of it`,
    visitsMin !== null && `from visit ${visitsMin} on`,
    cart &&
      `with a cart of ${amounts.format(cart.from)} or more${cart.below === null ? '' : `, below ${amounts.format(cart.below)}`}`,
    event !== null && `once the page tracked “${event}”`,
    when.scriptError && 'once a script of the page failed',
    when.leaving && 'when the pointer leaves at the top',
    returning === true && 'to those who were here before',
    returning === false && 'to those who were not here before',
  ].filter((part) => part !== false && part !== null);
}

function spellLength(ms: number): string {
  const seconds = ms / SECOND_MS;
  return seconds >= 120 && seconds % 60 === 0 ? lengths(seconds / 60, 'minute') : lengths(seconds, 'second');
}

const FAULTS: readonly (readonly [RegExp, (limits: Limits) => string])[] = [
  [/^proactive\.rules$/, (limits) => `At most ${limits.rulesMax} messages, each with a key of its own.`],
  [/^proactive\.(?:visitMax|dayMax)$/, (limits) => `Write a whole number from 1 to ${limits.timesMax}.`],
  [/\.name$/, (limits) => `Write up to ${limits.nameMax} characters.`],
  [/\.text$/, (limits) => `Write up to ${limits.bubbleMax} characters, on one line.`],
  [/\.timesMax$/, (limits) => `Write a whole number from 1 to ${limits.timesMax}.`],
  [/\.when$/, () => 'Name something that it waits for, such as a page or a time.'],
  [
    /\.(?:pages|notPages)/,
    (limits) => `At most ${limits.patternsMax}, each a path such as /basket* or an https:// address.`,
  ],
  [/\.languages/, (limits) => `At most ${limits.patternsMax} language tags such as de or pt-BR.`],
  [/\.afterMs$/, (limits) => `From 0 to ${limits.ruleAfterMsMax / SECOND_MS} seconds, or nothing.`],
  [/\.scrolledPercent$/, () => 'Write a whole number from 1 to 100, or nothing.'],
  [/\.visitsMin$/, (limits) => `Write a whole number from 2 to ${limits.visitsMax}, or nothing.`],
  [/\.cart\.below$/, () => 'Write more than the value before it, or nothing.'],
  [/\.cart/, (limits) => `Write an amount from 0 to ${amounts.format(limits.cartMax)}, or nothing.`],
  [/\.event$/, (limits) => `Write up to ${limits.eventMax} characters, or nothing.`],
];

export function spellProactiveFault(field: string, limits: Limits): string {
  const known = FAULTS.find(([path]) => path.test(field));
  return known ? known[1](limits) : 'Something here is not right.';
}
