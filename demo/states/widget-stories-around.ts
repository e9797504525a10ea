import type { Front } from '../../protocol/wire/front.ts';
import type { OwnKept } from '../../protocol/wire/own.ts';
import { type Canned, event, group, MORNING, today } from './canned-chat.ts';
import { AGENT_WITH_FACE } from './canned-parts.ts';

/** States of what stands before, around and behind the chat (W23, W30, W31). */

const DAY_MS = 24 * 3_600_000;
const ana = { id: AGENT_WITH_FACE, name: 'Ana Novak' };
const front: Front = {
  greeting: 'Good morning from the workshop. What is on your mind?',
  replyMs: { half: 90_000, most: 4 * 60_000 },
  topics: [
    { key: 'order', label: 'My order' },
    { key: 'glaze', label: 'Glazes and firing' },
    { key: 'class', label: 'Classes' },
  ],
};
const form: Front['form'] = {
  fields: [
    { key: 'number', label: 'Order number', kind: 'text', required: true, options: [] },
    { key: 'email', label: 'E-mail', kind: 'email', required: false, options: [] },
    { key: 'ware', label: 'What is it about?', kind: 'choice', required: true, options: ['A jug', 'A bowl'] },
    { key: 'more', label: 'What happened?', kind: 'long', required: false, options: [] },
  ],
  consent: {
    text: 'We keep what you write for a year, and give it to nobody.',
    version: '2',
    link: 'https://shop.example/privacy',
  },
  asksComplaint: true,
};
const banner: Front['banner'] = {
  text: 'Parcels to the islands take three days longer this week.',
  link: 'https://shop.example/news',
  tone: 'warn',
};
const faced = (minutes: number, bodies: string[]) => ({ ...group(false, minutes, bodies), agent: ana });
const talk = [
  today,
  group(true, 0, ['Hello, I ordered the tall jug last week.', 'Has it been sent yet?']),
  event(1, { what: 'joined', name: 'Ana Novak' }),
  faced(2, [
    'Good morning. Let me have a look at your order.',
    'It left our workshop yesterday evening and should reach you on Tuesday.',
  ]),
];
const asked = { clientId: 'asked', body: 'My jug came with a crack.', queuedAt: MORNING, state: 'failed' as const };
const MENU = '[aria-haspopup=menu]';
const OWN = ':nth-last-child(1 of [role=menuitem])';
const own: OwnKept = {
  ...{ sinceAt: MORNING - 200 * DAY_MS, email: 'mia.lindqvist@glaze-and-fire.example', conversations: 12, files: 3 },
  messages: { own: 1_204, team: 980 },
  said: {
    ...{ name: 'Mia Lindqvist', email: 'mia@example.org', locale: 'sv', department: null, events: [] },
    ...{ attributes: { plan: 'Workshop', classes: 4 }, tags: ['newsletter'] },
  },
  visit: {
    ...{ browser: 'Firefox 140', system: 'Linux', device: 'desktop', language: 'sv', zone: 'Europe/Stockholm' },
    ...{
      referrer: null,
      pages: [{ url: 'https://shop.example/', title: 'Shop', at: MORNING, ms: 9_000 }],
      at: MORNING,
    },
  },
  orders: [{ id: 'A-1', at: MORNING, minor: 4_900, currency: 'EUR', cancelled: false, checked: true }],
  ...{ conversationDays: 365, erases: true },
};
const past = [
  {
    conversationId: 'p1',
    openedAt: MORNING,
    closedAt: null,
    lastAt: MORNING,
    lastText: 'It comes on Tuesday.',
    agent: 'Ana Novak',
  },
  {
    ...{
      conversationId: 'p2',
      openedAt: MORNING - 9 * DAY_MS,
      closedAt: MORNING - 9 * DAY_MS,
      lastAt: MORNING - 9 * DAY_MS,
    },
    ...{
      lastText: 'Thank you, the celadon it is then. I will come by on Saturday to pick it up.',
      agent: 'Ben Okafor',
    },
  },
];

export const storiesAround: Record<string, Canned> = {
  home: { front },
  'home-banner-form': { front: { ...front, banner, form } },
  'banner-in-chat': { front: { banner }, screen: 'active', agent: ana, canEnd: true, thread: talk },
  'form-due': {
    front: { form },
    outgoing: [{ ...asked, conversationId: null, error: 'form_required' }],
    thread: [
      today,
      group(true, 0, [asked.body], { state: 'failed', error: 'form_required', clientId: asked.clientId }),
    ],
  },
  'rating-more': {
    screen: 'rating',
    agent: ana,
    score: 2,
    front: { reasons: ['Slow answer', 'Not solved', 'Unclear', 'Friendly all the same'], form },
    thread: [...talk, event(14, { what: 'closed', by: 'visitor' })],
  },
  choices: {
    ...{ screen: 'active', agent: ana, canEnd: true, status: 'active' },
    thread: [
      ...talk,
      group(false, 4, ['Where shall it go instead?\n[To my address]\n[To the workshop]'], { seq: 20 }),
      group(true, 5, ['To my address']),
      group(
        false,
        6,
        [
          'And which of them?\n[The tall jug, celadon]\n[The small jug]\n[Both, in one parcel if that can be done]\n[None]',
        ],
        { seq: 22 },
      ),
    ],
  },
  preview: { front: { preview: true }, screen: 'active', agent: ana, canEnd: true, thread: talk, draft: 'It came bro' },
  face: { screen: 'active', agent: ana, canEnd: true, thread: talk, agentTyping: true },
  files: {
    screen: 'active',
    agent: ana,
    canEnd: true,
    status: 'active',
    uploading: true,
    thread: [
      ...talk,
      group(true, 5, ['crack.jpg'], {
        file: {
          id: 'f1',
          name: 'crack.jpg',
          kind: 'image',
          type: 'image/jpeg',
          bytes: 240_000,
          width: 160,
          height: 160,
        },
      }),
      {
        ...group(false, 6, ['return-label.pdf'], {
          file: { id: 'f2', name: 'return-label.pdf', kind: 'document', type: 'application/pdf', bytes: 88_000 },
        }),
        agent: ana,
      },
    ],
  },
  menu: { screen: 'active', agent: ana, canEnd: true, status: 'active', thread: talk, press: [MENU] },
  'text-largest': {
    ...{ screen: 'active', agent: ana, canEnd: true, status: 'active', thread: talk },
    press: [MENU, '.text-sizes button:nth-of-type(3)'],
  },
  redirect: {
    ...{ screen: 'active', agent: ana, canEnd: true, status: 'active', thread: talk },
    front: {
      departments: [
        { key: 'post', label: 'My parcel' },
        { key: 'glazes', label: 'Glazes, firing and everything about the workshop' },
      ],
    },
    press: [MENU, '[role=menuitem]:nth-of-type(3)'],
  },
  past: { past, press: [MENU, '[role=menuitem]'] },
  'past-none': { past: [], press: [MENU, '[role=menuitem]'] },
  own: { own, status: 'active', press: [MENU, OWN] },
  'own-sure': { own, press: [MENU, OWN, '.own-part .last'] },
  'own-failed': { own, press: [MENU, OWN, '.own-part .last', '.own-part .last'] },
  'own-asks': { own: { ...own, erases: false, conversationDays: 1 }, press: [MENU, OWN] },
  'own-none': { press: [MENU, OWN] },
  emoji: { screen: 'active', agent: ana, canEnd: true, thread: talk, press: ['.emoji-place > button'] },
};
