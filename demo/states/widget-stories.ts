import type { ServiceTold } from '../../protocol/wire/settings.ts';
import { type Canned, event, group, MORNING, today } from './canned-chat.ts';

const ana = { id: 'a1', name: 'Ana Novak' };
const question = group(true, 0, ['Hello, I ordered the tall jug last week.', 'Has it been sent yet?']);
const joined = event(1, { what: 'joined', name: 'Ana Novak' });
const answer = group(false, 2, [
  'Good morning. Let me have a look at your order.',
  'It left our workshop yesterday evening and should reach you on Tuesday.',
]);
const talk = [today, question, joined, answer];
const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(6);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const closed = (more: Partial<ServiceTold>): ServiceTold => ({
  ...{ open: false, opensAt: null, day: null, text: null },
  ...more,
});

const amended = [
  group(true, 3, ['Does the jug go into the dishwasher?'], { seq: 9 }),
  group(false, 4, ['The blue one does, up to 70 degrees.'], { seq: 10, quote: 9, revisedAt: MORNING }),
  group(true, 5, [''], { seq: 11, revisedAt: MORNING }),
];
const written = group(true, 50, ['And does it cme with a lid?'], { seq: 12 });
const told = group(false, 51, ['The tall one does.'], { seq: 13 });
const acts = { screen: 'active', agent: ana, canEnd: true, thread: [...talk, written, told] } as const;

/** Each state of the panel once. The name is the anchor and the file name of its picture. */
export const stories: Record<string, Canned> = {
  'first-visit': {},
  amended: { screen: 'active', agent: ana, canEnd: true, thread: [...talk, ...amended] },
  'message-acts': { ...acts, press: ['.own:has(+ .group) .acts-button'] },
  'message-remove': { ...acts, press: ['.own:has(+ .group) .acts-button', '.acts .link:last-child'] },
  'message-edit': { ...acts, press: ['.own:has(+ .group) .acts-button', '.acts .link:nth-child(3)'] },
  'message-answer': { ...acts, quote: told.lines[0] ?? null, draft: 'The green one, too?' },
  connecting: { link: 'connecting', available: null, siteName: '' },
  nobody: { screen: 'nobody', available: false },
  'nobody-wrong-email': {
    screen: 'nobody',
    available: false,
    draft: 'Do you ship to Norway?',
    email: 'me at home',
    emailWrong: true,
  },
  unattended: {
    screen: 'unattended',
    available: false,
    canEnd: true,
    thread: [today, group(true, 0, ['Do you ship to Norway?'], { state: 'sent' })],
  },
  'unattended-with-email': {
    screen: 'unattended',
    available: false,
    canEnd: true,
    contact: 'me@example.org',
    thread: [
      today,
      group(true, 0, ['Do you ship to Norway?'], { state: 'delivered' }),
      event(1, { what: 'contact', email: 'me@example.org' }),
    ],
  },
  waiting: {
    screen: 'waiting',
    canEnd: true,
    thread: [today, group(true, 0, ['Hello, I ordered the tall jug last week.'], { state: 'sent' })],
  },
  closed: { screen: 'nobody', available: true, service: closed({ opensAt: MORNING + 71 * HOUR }) },
  'closed-holiday': {
    screen: 'nobody',
    service: closed({ opensAt: MORNING + 5 * HOUR, day: 'Christmas Day' }),
    draft: 'Do you ship to Norway?',
  },
  'offline-now': {
    screen: 'nobody',
    service: closed({ text: 'Our line is down this morning. The workshop is open, and orders go out as always.' }),
  },
  'closed-written': {
    screen: 'unattended',
    available: false,
    canEnd: true,
    service: closed({ opensAt: MORNING + 71 * HOUR }),
    thread: [today, group(true, 0, ['Do you ship to Norway?'], { state: 'sent' })],
  },
  'closed-while-waiting': {
    screen: 'unattended',
    canEnd: true,
    contact: 'me@example.org',
    service: closed({ opensAt: MORNING + 71 * HOUR }),
    thread: [
      today,
      group(true, 0, ['Hello, I ordered the tall jug last week.'], { state: 'sent' }),
      event(6, { what: 'kept' }),
    ],
  },
  'place-next': {
    screen: 'waiting',
    canEnd: true,
    place: { conversationId: 'c1', position: 1, lowMs: 0, highMs: MINUTE },
    thread: [today, group(true, 0, ['Hello, I ordered the tall jug last week.'], { state: 'sent' })],
  },
  'place-range': {
    screen: 'waiting',
    canEnd: true,
    place: { conversationId: 'c1', position: 3, lowMs: 4 * MINUTE, highMs: 7 * MINUTE },
    thread: [
      today,
      group(true, 0, ['Hello, I ordered the tall jug last week.'], { state: 'sent' }),
      event(1, { what: 'still_waiting', text: 'Thank you for your patience. Many people write to us this morning.' }),
      group(true, 2, ['It is a present for Saturday.', 'So I hope that it comes in time.'], { state: 'sent' }),
    ],
  },
  'place-far': {
    screen: 'waiting',
    canEnd: true,
    contact: 'me@example.org',
    place: { conversationId: 'c1', position: 128 },
    thread: [
      today,
      group(true, 0, ['Hello, I ordered the tall jug last week.'], { state: 'sent' }),
      event(1, { what: 'contact', email: 'me@example.org' }),
    ],
  },
  'queue-full': {
    full: true,
    thread: [
      today,
      group(true, 0, ['Hello, I ordered the tall jug last week. Has it been sent?'], {
        state: 'failed',
        error: 'queue_full',
      }),
    ],
  },
  'idle-warning': {
    screen: 'active',
    agent: ana,
    canEnd: true,
    thread: [...talk, event(9, { what: 'idle_warning', until: MORNING + 14 * MINUTE })],
  },
  'idle-closed': {
    screen: 'rating',
    agent: ana,
    canContinue: true,
    thread: [
      ...talk,
      event(9, { what: 'idle_warning', until: MORNING + 14 * MINUTE }),
      event(14, { what: 'closed', by: 'system', reason: 'idle' }),
    ],
  },
  'hours-closed': {
    screen: 'ended',
    service: closed({ opensAt: MORNING + 71 * HOUR }),
    thread: [
      today,
      group(true, 0, ['Hello, I ordered the tall jug last week.'], { state: 'sent' }),
      event(6, { what: 'closed', by: 'system', reason: 'hours' }),
    ],
  },
  active: { screen: 'active', agent: ana, canEnd: true, thread: talk, draft: 'Lovely, thank you' },
  typing: { screen: 'active', agent: ana, canEnd: true, thread: talk, agentTyping: true },
  unread: {
    screen: 'active',
    agent: ana,
    canEnd: true,
    thread: [
      { kind: 'day', key: 'before', at: MORNING - 24 * 3_600_000 },
      question,
      joined,
      { kind: 'unread', key: 'unread' },
      answer,
      group(false, 30, ['Is there anything else I can do for you?']),
    ],
  },
  requeued: {
    screen: 'waiting',
    requeued: true,
    canEnd: true,
    thread: [...talk, event(9, { what: 'requeued' }), group(true, 10, ['Are you still there?'], { state: 'sent' })],
  },
  offline: {
    screen: 'active',
    agent: ana,
    canEnd: true,
    link: 'offline',
    thread: [...talk, group(true, 12, ['Could you send it to my office instead?'], { state: 'pending' })],
  },
  behind: { screen: 'active', agent: ana, canEnd: true, link: 'behind', thread: talk },
  'too-fast': {
    screen: 'active',
    agent: ana,
    canEnd: true,
    notice: { what: 'held', error: 'rate_limited' },
    thread: [...talk, group(true, 12, ['One', 'Two', 'Three'], { state: 'pending' })],
  },
  failed: {
    screen: 'active',
    agent: ana,
    canEnd: true,
    thread: [
      ...talk,
      group(true, 12, ['Could you send it to my office instead?'], { state: 'failed', error: 'conversation_closed' }),
    ],
  },
  'long-words': {
    screen: 'active',
    agent: { id: 'a2', name: 'Dr. Wolfgang-Maximilian von und zu Hohenlohe-Schillingsfürst' },
    canEnd: true,
    draft: 'Zeile eins\nZeile zwei\nZeile drei\nZeile vier\nZeile fünf\nZeile sechs',
    thread: [today, group(true, 0, [LONG_WORD]), group(false, 1, ['مرحبا، كيف يمكنني مساعدتك اليوم؟', LONG_WORD])],
  },
  'too-long': { draft: 'a'.repeat(8_012) },
  rating: {
    screen: 'rating',
    agent: ana,
    canContinue: true,
    thread: [...talk, event(14, { what: 'closed', by: 'agent' })],
  },
  'rating-chosen': {
    screen: 'rating',
    agent: ana,
    canContinue: true,
    score: 4,
    thread: [...talk, event(14, { what: 'closed', by: 'visitor' })],
  },
  'rating-failed': {
    screen: 'rating',
    agent: ana,
    score: 2,
    ratingState: 'failed',
    thread: [...talk, event(14, { what: 'closed', by: 'visitor' })],
  },
  rated: {
    screen: 'ended',
    agent: ana,
    canContinue: true,
    rated: 5,
    thread: [...talk, event(14, { what: 'closed', by: 'visitor' }), event(15, { what: 'rated', score: 5 })],
  },
  skipped: { screen: 'ended', agent: ana, thread: [...talk, event(14, { what: 'closed', by: 'system' })] },
  reload: { screen: 'blocked', refused: 'version_too_old', available: null, thread: talk },
  blocked: { screen: 'blocked', refused: 'origin_not_allowed', available: null, siteName: '' },
};
