import type { Intake } from '../../protocol/wire/front.ts';
import type { AgentProfile, ConversationSummary, Entry, Marks, SyncPage } from '../../protocol/wire/model.ts';
import type { VisitorProfile } from '../../protocol/wire/visitor.ts';

/** The people and talks that the story pages show. Times are lengths before now, so that waits look alive. */
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const ana: AgentProfile = {
  id: 'agent-ana',
  name: 'Ana Ferreira',
  email: 'ana@shop.example',
  role: 'owner',
  availability: 'available',
  capacity: 4,
  awayReason: null,
};
export const bo = { id: 'agent-bo', name: 'Bo Lindqvist' };

const NO_MARKS: Marks = { visitorDelivered: 0, visitorRead: 0, agentDelivered: 0, agentRead: 0 };

export function summary(now: number, given: Partial<ConversationSummary> & { id: string }): ConversationSummary {
  const openedAt = given.openedAt ?? now - 6 * MINUTE;
  return {
    change: 1,
    siteId: 'site-1',
    siteName: 'Tea & Mugs',
    visitor: { id: `v-${given.id}`, label: `Visitor ${given.id}`, email: null, pageUrl: null, pageTitle: null },
    status: 'active',
    agent: { id: ana.id, name: ana.name },
    episode: 1,
    openedAt,
    queuedAt: openedAt,
    closedAt: null,
    head: 3,
    waitingSince: null,
    firstResponseMs: null,
    lastText: '',
    lastAuthor: 'visitor',
    lastAt: now - MINUTE,
    unread: 0,
    score: null,
    marks: NO_MARKS,
    departmentId: null,
    language: null,
    priority: 0,
    offer: null,
    participants: [],
    ask: null,
    teamHead: 0,
    ...given,
  };
}

const mug = {
  pageUrl: 'https://shop.example/mugs/stoneware-blue?utm_source=newsletter',
  pageTitle: 'Stoneware mug, blue – Tea & Mugs',
};

/** Came while it was closed. */
function keptOne(now: number): ConversationSummary {
  return summary(now, {
    id: 'N5UV',
    status: 'queued',
    agent: null,
    held: true,
    queuedAt: now - 620 * MINUTE,
    waitingSince: now - 620 * MINUTE,
    lastText: 'I know it is late. Could you tell me tomorrow whether the parcel left?',
    unread: 1,
  });
}

export function busyInbox(now: number): ConversationSummary[] {
  return [
    summary(now, {
      id: '7F3K',
      visitor: { id: 'v1', label: 'Visitor 7F3K', email: 'mara.oyelaran@post.example', ...mug },
      head: 7,
      waitingSince: now - 42 * SECOND,
      firstResponseMs: 72 * SECOND,
      lastText: 'Perfect, and does the blue one survive the dishwasher?',
      lastAt: now - 42 * SECOND,
      unread: 1,
    }),
    summary(now, {
      id: '2QXD',
      waitingSince: now - 215 * SECOND,
      lastText: 'Hello? The voucher from your newsletter is refused at the checkout.',
      unread: 3,
      lastAt: now - 95 * SECOND,
    }),
    summary(now, {
      id: 'H81M',
      lastText: 'I have sent you the return label by e-mail.',
      lastAuthor: 'agent',
      firstResponseMs: 20 * SECOND,
      lastAt: now - 4 * MINUTE,
    }),
    summary(now, {
      id: 'W4TZ',
      status: 'queued',
      agent: null,
      queuedAt: now - 88 * SECOND,
      waitingSince: now - 88 * SECOND,
      lastText: 'Können Sie die Donaudampfschifffahrtsgesellschaftskapitänsmütze auch in Größe 62 liefern?',
      unread: 1,
    }),
    summary(now, {
      id: 'P0LA',
      status: 'queued',
      agent: null,
      queuedAt: now - 12 * SECOND,
      waitingSince: now - 12 * SECOND,
      lastText: 'مرحبا، متى يصل طلبي؟ (Nr. 4711)',
      unread: 1,
    }),
    keptOne(now),
    summary(now, { id: 'K3NS', agent: bo, lastText: 'Thanks, I will try the other size.', lastAt: now - 2 * MINUTE }),
    summary(now, {
      id: 'B7RC',
      status: 'closed',
      closedAt: now - 40 * MINUTE,
      openedAt: now - 55 * MINUTE,
      lastText: 'Great, thank you so much',
      lastAt: now - 41 * MINUTE,
      score: 5,
      firstResponseMs: 31 * SECOND,
      head: 6,
    }),
    summary(now, {
      id: 'Z9VE',
      status: 'closed',
      agent: bo,
      closedAt: now - 3 * 60 * MINUTE,
      lastText: 'Never mind then.',
      lastAt: now - 3 * 60 * MINUTE,
    }),
  ];
}

export function saidOf(now: number): VisitorProfile & { intake: Intake } {
  return {
    intake: {
      ...{
        fields: [{ key: 'order', label: 'Order number', value: 'MK-20417' }],
        topic: null,
        consent: null,
        complaint: false,
      },
      proactive: { key: 'size', text: 'Not sure which size fits your cupboard? Ask us.' },
    },
    name: 'Mara Oyelaran',
    email: 'mara.oyelaran@post.example',
    locale: 'pt-BR',
    department: 'Returns',
    attributes: {
      plan: 'Gold since 2023, with a note that is longer than any other because somebody wrote all of it into one field',
      'orders this year': 12,
      newsletter: true,
    },
    tags: ['returning', 'wholesale', 'a tag that is as long as tags may be'],
    events: [
      { event: 'added_to_cart', properties: { item: 'Stoneware mug, blue', price: '24.90 €' }, at: now - 2 * MINUTE },
      { event: 'searched', properties: { words: 'dishwasher' }, at: now - 5 * MINUTE },
    ],
  };
}

export function threadOf(now: number, id: string): SyncPage {
  const entries = id === 'B7RC' ? closedTalk(now) : talkOf(now, id);
  const head = entries.length;
  const marks = { visitorDelivered: 6, visitorRead: 4, agentDelivered: head, agentRead: head };
  return { conversationId: id, entries, head, more: false, marks };
}

function talkOf(now: number, id: string): Entry[] {
  const at = (secondsAgo: number) => now - secondsAgo * SECOND;
  const opened: Entry[] = [
    message(1, at(360), 'visitor', 'Hi, is the stoneware mug back in stock soon?'),
    { kind: 'queued', seq: 2, at: at(360), episode: 1, reason: 'opened' },
  ];
  if (id === 'W4TZ' || id === 'P0LA') return opened;
  const agent = id === 'K3NS' || id === 'INV1' ? bo : { id: ana.id, name: ana.name };
  return [
    ...opened,
    { kind: 'assigned', seq: 3, at: at(330), episode: 1, agent },
    message(4, at(288), 'agent', 'Good afternoon. Yes: the blue and the sand one arrive on Thursday.', agent),
    message(5, at(286), 'agent', 'I can put one aside for you until Saturday, if you like.', agent),
    message(6, at(70), 'visitor', 'Oh lovely, the blue one please'),
    message(7, at(42), 'visitor', 'Perfect, and does the blue one survive the dishwasher?'),
    ...(id === 'INV1' ? invited(at) : []),
  ];
}

function invited(at: (secondsAgo: number) => number): Entry[] {
  return [
    { kind: 'joined', seq: 8, at: at(30), episode: 1, agent: { id: ana.id, name: ana.name } },
    message(9, at(20), 'agent', 'Ana here, I fire the glazes: yes, and the microwave too.', ana),
  ];
}

function closedTalk(now: number): Entry[] {
  const at = (minutesAgo: number) => now - minutesAgo * MINUTE;
  return [
    message(1, at(55), 'visitor', 'My parcel is on its way since Monday. Can you see where it is?'),
    { kind: 'queued', seq: 2, at: at(55), episode: 1, reason: 'opened' },
    { kind: 'assigned', seq: 3, at: at(55), episode: 1, agent: { id: ana.id, name: ana.name } },
    message(4, at(54), 'agent', 'It is in your town’s depot and comes tomorrow before noon.', ana),
    message(5, at(41), 'visitor', 'Great, thank you so much'),
    { kind: 'closed', seq: 6, at: at(40), episode: 1, by: 'agent' },
    { kind: 'rated', seq: 7, at: at(38), episode: 1, score: 5, comment: 'Quick and kind. She even found the parcel.' },
  ];
}

function message(
  seq: number,
  at: number,
  author: 'visitor' | 'agent',
  body: string,
  agent?: { id: string; name: string },
): Entry {
  const card = agent ? { agent: { id: agent.id, name: agent.name } } : {};
  return { kind: 'message', seq, at, author, ...card, clientId: `client-id-of-line-${seq}`, body };
}
