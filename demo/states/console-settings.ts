import { type Answer, success } from '../../protocol/wire/errors.ts';
import type { CalendarDocument } from '../../protocol/wire/hours.ts';
import { PROACTIVE_WHEN_ANY } from '../../protocol/wire/proactive.ts';
import type { SavedReply } from '../../protocol/wire/replies.ts';
import {
  ALWAYS_OPEN,
  DEPARTMENT_HOURS_DEFAULT,
  type HoursPreview,
  SITE_SETTINGS_DEFAULT,
  type SiteSettings,
} from '../../protocol/wire/settings.ts';

/** What an owner of the shop of the stories has set. */
const day = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:30' },
];
const hours: CalendarDocument = {
  zone: 'Europe/Berlin',
  week: {
    monday: [{ from: '09:00', to: '17:30' }],
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: [{ from: '22:00', to: '06:00' }],
    saturday: [{ from: '00:00', to: '24:00' }],
    sunday: [],
  },
  days: [
    { date: '2026-12-25', yearly: true, name: 'Christmas Day', hours: [] },
    { date: '2026-12-24', yearly: false, name: 'Christmas Eve', hours: [{ from: '09:00', to: '12:00' }] },
  ],
};
const settings: SiteSettings = {
  ...SITE_SETTINGS_DEFAULT,
  hours,
  atClosing: 'keep',
  queue: {
    waitingMax: 25,
    showsPosition: true,
    showsRange: true,
    stages: [
      { afterMs: 60_000, text: 'Thank you for waiting. We have not forgotten you.' },
      {
        afterMs: 240_000,
        text: 'It is busy this morning. You can leave your e-mail address, and we write back today.',
      },
    ],
  },
  idle: { warnAfterMs: 300_000, closeAfterMs: 600_000, outcome: 'resolved' },
  wrapUpMs: 30_000,
  front: {
    banner: { text: 'Parcels are late this week.', link: 'https://status.shop.example/', tone: 'warn' },
    greeting: 'Good day. What can we mend?',
    showsReplyTime: true,
    topics: [
      { key: 'my_parcel', label: 'My parcel', department: 'd1' },
      { key: 'something_broke', label: 'Something broke', department: null },
    ],
    form: {
      fields: [
        { key: 'order', label: 'Order number', kind: 'text', required: true, options: [] },
        {
          key: 'about',
          label: 'What is it about?',
          kind: 'choice',
          required: false,
          options: ['A mug', 'A bowl', 'A plate'],
        },
      ],
      consent: {
        text: 'You may keep my words for a year.',
        version: '2026-11',
        link: 'https://shop.example/privacy',
      },
      asksComplaint: true,
    },
    reasons: ['Quick', 'Friendly', 'Knew the answer'],
  },
  proactive: {
    on: true,
    privacy: 'strict',
    visitMax: 1,
    dayMax: 2,
    whileThere: true,
    rules: [
      {
        key: 'size',
        name: 'Sizes',
        on: true,
        text: 'Not sure which size fits your cupboard? Ask us, we have the measures at hand.',
        timesMax: 1,
        when: { ...PROACTIVE_WHEN_ANY, pages: ['/products/*'], notPages: ['/products/cards*'], afterMs: 30_000 },
      },
      {
        key: 'large_basket',
        name: 'Large basket',
        on: false,
        text: 'Is anything unclear before you order?',
        timesMax: 2,
        when: { ...PROACTIVE_WHEN_ANY, pages: ['/basket*'], cart: { from: 100, below: null }, leaving: true },
      },
    ],
  },
};
const HOUR_MS = 3_600_000;

function previewOf(now: number, isOffline: boolean): HoursPreview {
  const closed = { open: false, opensAt: null, day: null, text: 'Our line is down this morning.' };
  return {
    now: isOffline ? closed : ALWAYS_OPEN,
    changesAt: isOffline ? null : now + 3 * HOUR_MS,
    days: [
      { date: '2026-11-25', name: null, hours: day },
      { date: '2026-11-26', name: 'Works outing', hours: [] },
      { date: '2026-11-27', name: null, hours: [{ from: '22:00', to: '06:00' }] },
      { date: '2026-11-28', name: null, hours: [{ from: '00:00', to: '24:00' }] },
      { date: '2026-11-29', name: null, hours: [] },
      { date: '2026-11-30', name: null, hours: [{ from: '09:00', to: '17:30' }] },
      { date: '2026-12-01', name: null, hours: day },
    ],
  };
}

export function settingsAnswers(now: number, state: 'open' | 'offline' = 'open'): Record<string, Answer<unknown>> {
  const offline = state === 'offline' ? { text: 'Our line is down this morning.', until: null } : null;
  return {
    'demo/settings': success({ settings: { ...settings, offline }, version: 3 }),
    'd1/hours': success({ settings: DEPARTMENT_HOURS_DEFAULT, version: 0 }),
    preview: success(previewOf(now, state === 'offline')),
  };
}

export const savedReplies: SavedReply[] = [
  { id: 'own', shortcut: 'bye', body: 'Take care, and write whenever you like.', departmentId: null, own: true },
  {
    id: 'r1',
    shortcut: 'hello',
    body: 'Hello {visitor.name|there}, this is {agent.name} of {site.name}. How can I help?',
    departmentId: null,
  },
  {
    id: 'r2',
    shortcut: 'refund',
    body: 'Your money is on its way; it takes two to five working days.',
    departmentId: 'd1',
  },
  { id: 'r3', shortcut: 'refund-late', body: 'I am sorry, {visitor.name}. I ask the bank today.', departmentId: null },
];
