import type { Banner, FormField } from '../../protocol/wire/front.ts';
import type { ServiceSettings } from '../model/service-settings.ts';
import { inLanguage } from './language.ts';

type Limits = ServiceSettings['limits'];

/** What people read on the page about what stands around the chat (docs/front.md). */
export const frontSettingsWords = inLanguage('frontSettings', {
  seen: 'What a visitor sees',
  seenNothing: 'Nothing.',
  keyOf: (key: string) => `Routing’s rules and reports know it as “${key}”.`,
  move: { up: 'Move up', down: 'Move down' },
  moveUp: (what: string) => `Move ${what} up`,
  moveDown: (what: string) => `Move ${what} down`,
  banner: {
    title: 'Banner',
    hint: 'One sentence for everybody who opens the chat, such as an incident. It stays in sight while the thread moves.',
    on: 'Show a banner',
    text: 'What it says',
    link: 'Where more of it stands (https address)',
    linkHint: 'Such as a status page. Empty: no link.',
    tone: 'How it looks',
    tones: { info: 'Calm: news', warn: 'A warning: something does not work' } satisfies Record<Banner['tone'], string>,
    more: 'Read more',
  },
  greeting: {
    title: 'Greeting',
    hint: 'The first line of an empty chat.',
    text: 'What it says',
    textHint: 'Empty: our usual greeting, in the visitor’s language.',
    usual: 'Hello. How can we help?',
    shows: 'Say how soon people were answered',
    showsHint: 'Measured, over 30 days, and only where enough was measured and somebody is there.',
    example: 'Most people have an answer within 4 minutes',
  },
  topics: {
    title: 'Topics',
    hint: 'What it may be about. Visitors choose one, or none.',
    none: 'No topics yet.',
    add: 'Add a topic',
    label: (which: number) => `Topic ${which}`,
    department: (which: number) => `Topic ${which} goes to`,
    anybody: 'Whoever the rules say',
    gone: (name: string) => `${name} (no such department)`,
    name: (label: string, which: number) => label || `topic ${which}`,
    seen: 'What is it about?',
  },
  form: {
    title: 'Questions before the chat',
    hint: 'They stand in the empty chat. Nobody has to answer before writing: the first message waits until what you need is there.',
    on: 'Ask something before the chat',
    none: 'No question yet.',
    add: 'Add a question',
    label: (which: number) => `Question ${which}`,
    kind: (which: number) => `Question ${which}: what it takes`,
    kinds: {
      text: 'A few words',
      long: 'A longer text',
      email: 'An e-mail address',
      phone: 'A phone number',
      number: 'A number',
      choice: 'One of a list',
    } satisfies Record<FormField['kind'], string>,
    emailHint: 'The first one is the address that the chat is answered to.',
    required: 'Needed before a message goes out',
    options: (which: number) => `Question ${which}: the list, one a line`,
    name: (label: string, which: number) => label || `question ${which}`,
    complaint: 'Let visitors say that it is a complaint',
    complaintSeen: 'This is a complaint',
    consent: 'Ask for consent',
    consentText: 'What visitors agree to',
    consentVersion: 'Version of these words',
    consentVersionHint: 'Kept with each conversation, with the words. Such as 2026-11.',
    consentSame: 'You changed the words. Give them a new version, so that visitors are asked anew.',
    consentLink: 'Where more of it stands (https address)',
    optional: 'optional',
  },
  reasons: {
    title: 'Reasons with a rating',
    hint: 'Shown under the score, to choose from.',
    text: 'Reasons, one a line',
    textHint: (max: number, chars: number) => `Up to ${max}, each up to ${chars} characters. Empty: none.`,
    seen: 'What fits?',
  },

  faults: {
    link: () => 'Write an address that begins with https://, or nothing.',
    text: (limits: Limits) => `Write up to ${limits.textMax} characters.`,
    topics: (limits: Limits) => `At most ${limits.topicsMax} topics, each with another name.`,
    consent: (limits: Limits) => `Write up to ${limits.consentMax} characters.`,
    version: (limits: Limits) => `Write up to ${limits.versionMax} characters.`,
    options: (limits: Limits) => `From 2 to ${limits.optionsMax} lines, each up to ${limits.nameMax} characters.`,
    name: (limits: Limits) => `Write up to ${limits.nameMax} characters.`,
    fields: (limits: Limits) => `At most ${limits.fieldsMax} questions, each with another name.`,
    form: () => 'It asks for nothing yet. Add a question, consent or the complaint, or turn it off.',
    reasons: (limits: Limits) =>
      `At most ${limits.reasonsMax} different reasons of up to ${limits.reasonMax} characters.`,
    other: () => 'Something here is not right.',
  },
} as const);

const FAULTS: readonly (readonly [RegExp, keyof typeof frontSettingsWords.faults])[] = [
  [/\.link$/, 'link'],
  [/^front\.(?:banner\.text|greeting)$/, 'text'],
  [/^front\.topics$/, 'topics'],
  [/^front\.form\.consent\.text$/, 'consent'],
  [/^front\.form\.consent\.version$/, 'version'],
  [/\.options(?:\.\d+)?$/, 'options'],
  [/\.(?:label|department)$/, 'name'],
  [/^front\.form\.fields$/, 'fields'],
  [/^front\.form$/, 'form'],
  [/^front\.reasons/, 'reasons'],
];

export function spellFrontFault(field: string, limits: Limits): string {
  const known = FAULTS.find(([path]) => path.test(field));
  return frontSettingsWords.faults[known ? known[1] : 'other'](limits);
}
