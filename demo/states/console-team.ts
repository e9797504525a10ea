import type { BoardLine, BoardSnapshot } from '../../protocol/wire/board.ts';
import type { Department, StaffMember } from '../../protocol/wire/departments.ts';
import type { TeamList } from '../../protocol/wire/events.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import { ROUTING_PLAN_DEFAULT, type RoutingPlan } from '../../protocol/wire/routing.ts';
import type { Member, TeamEntry, TeamPage } from '../../protocol/wire/team.ts';
import { ana, bo } from './console-people.ts';

/** The team of the story pages: who is there, what it says to itself, and what the board shows. */
const SECOND = 1_000;
const anaCard = { id: ana.id, name: ana.name };
const cy = { id: 'agent-cy', name: 'Cyrus Abdul-Rahman von Hohenzollern' };

function member(given: Partial<Member> & { id: string; name: string }): Member {
  return {
    role: 'agent',
    availability: 'available',
    awayReason: null,
    capacity: 4,
    present: true,
    load: 0,
    extra: 0,
    ...given,
  };
}

const members: Member[] = [
  member({ ...anaCard, role: 'owner', load: 3 }),
  member({ ...bo, load: 4, extra: 1 }),
  member({ ...cy, load: 1, capacity: 6 }),
  member({ id: 'agent-di', name: 'Di Marchetti', availability: 'away', awayReason: 'Lunch' }),
  member({ id: 'agent-el', name: 'Eleni', availability: 'away', awayReason: 'inactive', load: 2 }),
  member({ id: 'agent-fa', name: 'فاطمة الزهراء', present: false }),
];

export const departments: Department[] = [
  { id: 'd1', siteId: null, name: 'Returns', routing: {} },
  { id: 'd2', siteId: null, name: 'Wholesale', routing: {} },
];

export function teamList(now: number): TeamList {
  return {
    ...{ at: now, members, awayReasons: ['Lunch', 'Break', 'Training', 'After-work'], idleAwayMs: 900_000 },
    departments: [
      { id: 'd1', open: true, opensAt: null, there: 2 },
      { id: 'd2', open: false, opensAt: now + 40 * 3_600_000, there: 0 },
    ],
  };
}

export function teamTalk(now: number, conversationId: string): TeamPage {
  const at = (secondsAgo: number) => now - secondsAgo * SECOND;
  const entries: TeamEntry[] = [
    {
      kind: 'reason',
      number: 1,
      at: at(330),
      afterSeq: 3,
      by: null,
      agent: anaCard,
      how: 'routed',
      reason: 'Ana Ferreira: 2 of 4, idle 6 min, speaks Portuguese; Bo skipped: full; Cyrus skipped: missed it',
    },
    {
      kind: 'note',
      number: 2,
      at: at(200),
      afterSeq: 5,
      by: bo,
      clientId: 'note-2',
      body: 'She bought the sand one in May and sent it back: chipped. A new one was promised.',
    },
    {
      kind: 'asked',
      number: 3,
      at: at(120),
      afterSeq: 5,
      by: anaCard,
      ask: 'invite',
      to: bo,
      note: 'Do you still have her address?',
    },
    { kind: 'ask_ended', number: 4, at: at(90), afterSeq: 5, by: null, ask: 'invite', to: bo, how: 'timed_out' },
    { kind: 'note', number: 5, at: at(30), afterSeq: 7, by: anaCard, clientId: 'note-5', body: 'Asking the workshop.' },
  ];
  return { conversationId, entries, head: entries.length, more: false };
}

export function question(now: number): TeamPage {
  const note = 'She writes Portuguese, and mine ends at “obrigado”. The parcel is lost, I have told her so.';
  const asked: TeamEntry = {
    kind: 'asked',
    number: 1,
    at: now,
    afterSeq: 7,
    by: bo,
    ask: 'transfer',
    to: anaCard,
    note,
  };
  return { conversationId: 'K3NS', entries: [asked], head: 1, more: false };
}

const until = (now: number) => now + 24 * SECOND;

export function asking(now: number, inbox: ConversationSummary[]): ConversationSummary[] {
  const ask = { kind: 'transfer', to: cy, by: anaCard, until: until(now) } as const;
  return inbox.map((one) => (one.id === '7F3K' ? { ...one, ask } : one));
}

export function askedBy(now: number, inbox: ConversationSummary[]): ConversationSummary[] {
  const ask = { kind: 'transfer', to: anaCard, by: bo, until: until(now) } as const;
  return inbox.map((one) => (one.id === 'K3NS' ? { ...one, ask } : one));
}

/** Routing offers: it rings at me. */
export function offeredTo(now: number, inbox: ConversationSummary[]): ConversationSummary[] {
  const offer = { agent: anaCard, until: until(now) };
  return inbox.map((one) => (one.id === 'P0LA' ? { ...one, offer } : one));
}

export function invitedInto(now: number): ConversationSummary[] {
  return [
    {
      id: 'INV1',
      change: 1,
      siteId: 'site-1',
      siteName: 'Tea & Mugs',
      visitor: { id: 'v-inv', label: 'Visitor INV1', email: null, pageUrl: null, pageTitle: null },
      status: 'active',
      agent: bo,
      episode: 1,
      openedAt: now - 360 * SECOND,
      queuedAt: now - 360 * SECOND,
      closedAt: null,
      head: 9,
      waitingSince: null,
      firstResponseMs: 72 * SECOND,
      lastText: 'Ana here, I fire the glazes: yes, and the microwave too.',
      lastAuthor: 'agent',
      lastAt: now - 20 * SECOND,
      unread: 0,
      score: null,
      marks: { visitorDelivered: 9, visitorRead: 8, agentDelivered: 9, agentRead: 9 },
      departmentId: null,
      language: null,
      priority: 0,
      offer: null,
      participants: [ana.id],
      ask: null,
      teamHead: 0,
    },
  ];
}

const TARGET_MS = 240 * SECOND;
function line(now: number, id: string, secondsAgo: number, agent: BoardLine['agent'] = null): BoardLine {
  const at = now - secondsAgo * SECOND;
  const targetTimes = { riskAt: at + TARGET_MS * 0.75, missAt: at + TARGET_MS };
  const place = { siteName: 'Tea & Mugs', queuedAt: at, waitingSince: at };
  return { id, label: `Visitor ${id}`, ...place, agent, targetMs: TARGET_MS, targetTimes };
}

export function busyBoard(now: number): BoardSnapshot {
  const entries = teamTalk(now, '7F3K').entries.filter((entry) => entry.kind !== 'note');
  return {
    at: now,
    queue: {
      total: 63,
      conversations: ['W4TZ', 'P0LA', 'K2MM', 'J7QX'].map((id, index) => line(now, id, 430 - 120 * index)),
    },
    serving: {
      total: 10,
      unanswered: 3,
      waiting: [line(now, '2QXD', 215, anaCard), line(now, 'R6TB', 74, cy), line(now, '7F3K', 42, anaCard)],
    },
    team: { total: members.length, members },
    decisions: [...entries, ...entries]
      .map((entry, index) => ({ conversationId: `7F3K${index}`, label: 'Visitor 7F3K', entry }))
      .reverse(),
  };
}

export function emptyBoard(now: number): BoardSnapshot {
  return {
    at: now,
    queue: { total: 0, conversations: [] },
    serving: { total: 0, unanswered: 0, waiting: [] },
    team: { total: 1, members: members.slice(0, 1) },
    decisions: [],
  };
}

export const staffList: StaffMember[] = members.map((one, index) => ({
  id: one.id,
  name: one.name,
  email: `${one.id.slice(6)}@shop.example`,
  role: one.role,
  availability: one.availability,
  awayReason: one.awayReason,
  capacity: one.capacity,
  siteIds: [],
  departments: index < 2 ? [{ departmentId: 'd1', capacity: null }] : [],
  skills: index === 0 ? [{ skill: 'glazing', level: 5 }] : [],
  languages: index === 0 ? ['pt-BR', 'en'] : [],
}));

export const routingPlan: RoutingPlan = {
  ...ROUTING_PLAN_DEFAULT,
  delivery: 'offer',
  rules: [{ name: 'Broken', when: { words: ['broken', 'chipped'] }, set: { departmentId: 'd1', priority: 2 } }],
};
