import { inLanguage } from './language.ts';

/** What people read of orders, of what service does for the business, and of the forecast; fetched with those views. */
export const businessWords = inLanguage('business', {
  association:
    'All of this is association, not cause: who was served well and came back might have come back anyway. The figures say where to look.',
  none: '–',
  notReached: 'not known yet',
  everybody: 'All',
  between: (low: string, high: string) => `95 % between ${low} and ${high}`,
  unknown: (count: string) => `${count} too young to tell`,
  measures: {
    promises: {
      name: 'Promises kept',
      means:
        'Of the waits that visitors were told, those that ended with an answer in time. Who left before it was due does not count.',
    },
    repeat: {
      name: 'Had bought before',
      means: 'Of the people who ordered in this period, those who had ordered before it.',
    },
    conversion: {
      name: 'Ordered after a chat',
      means: 'Of conversations that began before or during a purchase, those whose person ordered within 7 days.',
    },
    retention: {
      name: 'Ordered again',
      means:
        'Of the people who ordered in this period, those who ordered again within 90 days. Who ordered less than 90 days ago is not known yet, whether or not there was another order since.',
    },
  },
  service: 'Promised waits',
  orders: 'Orders and chats',
  noOrders: 'No order of this period is known.',
  noOrdersHint:
    'Let your server report orders, or import a file: POST /api/v1/import/orders. How is said in docs/business.md. Retention, conversion and revenue need them.',
  orderCount: (orders: string, people: string) => `${orders} orders of ${people} people`,
  orderTrust: (checked: string, claimed: string, unlinked: string, fresh: string) =>
    `${checked} reported by your server · ${claimed} whose person only a page named · ${unlinked} of nobody known here · ${fresh} people bought for the first time`,
  pagesOnly:
    'Only pages reported these orders. They are heard of while the chat is connected, so those of people who never wrote, or whose chat was settled before, are missing: let your server report orders.',
  checkedOnly: 'Only orders that your server or your staff reported',
  stages: { before: 'before', during: 'during', after: 'after', unknown: 'not known' } as Record<string, string>,
  stagesOf: 'Conversations by where the purchase stood',
  conversionOf: (stage: string) => `… that began ${stage} a purchase`,
  retention: 'Who came back within 90 days',
  byContact: 'By the last rated contact around the order',
  byResponse: 'By the first answer in the last contact',
  bySegment: 'By kind of customer',
  noSegment: 'No kind said',
  contacts: {
    rated_good: 'Rated 4 or 5',
    rated_bad: 'Rated 1 to 3',
    not_rated: 'In contact, not rated',
    no_contact: 'Never in contact',
  } as Record<string, string>,
  responses: {
    minute: 'Answered within a minute',
    five_minutes: 'Within five minutes',
    later: 'Later',
    never: 'Never answered',
  } as Record<string, string>,
  retentionNote:
    'A contact counts from 90 days before the order to 14 days after it, and before the next order. The thin line is the share of all.',
  revenue: 'Revenue',
  revenueMeans: 'What people ordered in this period; currencies stand apart, because nobody here knows their rates.',
  atRisk: { unanswered: 'At risk: last contact unanswered', rated_bad: 'At risk: last contact rated 1 to 3' },
  atRiskNote:
    'People who had ordered in the year before and have not ordered since that contact, with what they ordered then: what may be lost, not what is lost.',
  peopleAtRisk: 'People at risk',
  ofSome:
    'Of a part of all conversations: people stand where their last conversation around the order is (of a site: where they ordered), and orders with their people; who was in no conversation counts in the whole only. What marketing cost is not known of a part. The time of the team is everybody’s, or one agent’s.',
  nobody: 'nobody',
  people: (count: string) => (count === '1' ? '1 person' : `${count} people`),
  worth: (amount: string) => `${amount} in the year before`,
  each: (mean: string, off: string | null) => `${mean} each${off === null ? '' : `, ${off}`}`,
  costs: 'What it costs',
  costsMeans:
    'The time of agents with a conversation by what their hour cost then; a minute with three conversations costs each a third.',
  noCosts: 'Say what an agent’s hour costs, and in which currency; then this says what a conversation costs.',
  setCosts: 'Settings: costs',
  perConversation: 'One conversation',
  total: 'All conversations of the period',
  retain: 'To keep a customer who came back',
  acquire: 'To win a new customer',
  ratio: 'Keeping against winning',
  ratioOf: (ratio: string) => `${ratio} : 1`,
  noMarketing: 'marketing of this period is not known for all of it, or not for one site alone',
  version: (version: number) => `By version ${version} of the costs.`,
  team: 'Time of the team',
  teamMeans:
    'On shift: a console was connected. Available: of that, not set to away. Busy: of the available time, with at least one conversation.',
  teamRows:
    'These are lengths of time from the team’s own book of coming and going; no conversation stands behind them.',
  agent: 'Agent',
  shift: 'On shift',
  available: 'Available',
  busy: 'Busy',
  lists: {
    promises: 'Promised waits',
    retention: 'People who ordered, by their first order of the period',
    repeat: 'People who ordered, and whether they had before',
    conversion: 'Conversations before and during a purchase',
    atRisk: 'Last contacts of people at risk',
    orders: 'Orders of the period',
    costs: 'Conversations of the period, and what each cost',
  } as Record<string, string>,
  /** Whose word an order is. */
  saidBy: { server: 'Your server or your staff', page: 'A page only' } as Record<string, string>,
  amount: 'Amount',
  verdicts: { hit: 'counts', miss: 'does not', unknown: 'too young to tell' },
  verdict: 'Counts',
  group: 'Group',
  when: 'When',
  what: 'What',
  openChat: 'Conversation',
  order: (id: string) => `Order ${id}`,

  forecast: {
    leftOut:
      'Who will have a conversation, how it will end, how it will be rated and when it comes is not known beforehand: the filters by these are left out here.',
    noRows:
      'A forecast has no conversations behind it. In its table, “Came in them” opens those of the past weeks that it is made of.',
    title: 'Next week',
    unit: 'conversations expected in each hour, from the same hour of the last eight weeks',
    staff: 'Agents needed',
    staffUnit: (share: string, target: string) => `at the desk, so that ${share} of waits end within ${target}`,
    closed: 'closed',
    corner: 'Day',
    cell: (day: string, hour: string, value: string, low: string, high: string, weeks: string) =>
      `${day} ${hour}: ${value}, 95 % between ${low} and ${high}, from ${weeks} weeks`,
    staffCell: (day: string, hour: string, agents: string, high: string, planned: string) =>
      `${day} ${hour}: ${agents} at the desk (${high} for a busy hour), ${planned} to plan`,
    hour: 'Hour',
    expected: 'Expected',
    low: 'Low',
    high: 'High',
    weeks: 'Weeks',
    came: 'Came in them',
    agents: 'Agents',
    agentsHigh: 'For the high end',
    planned: 'To plan',
    handling: (mean: string, n: string) => `A conversation takes ${mean} on average (n = ${n}, the last 30 days).`,
    noHandling: 'Fewer than 20 conversations ended in the last 30 days: too few to say how many agents are needed.',
    by: (chats: number, busy: string, away: string) =>
      `Worked out by Erlang C, with ${chats} conversations at once for each agent, busy at most ${busy} of the time, and ${away} of paid time away from the desk.`,
    change: 'Change this',
    few: (weeks: number) =>
      weeks === 0
        ? 'There is no whole week of history yet. What is shown is a guess from days.'
        : `Only ${weeks === 1 ? 'one week' : `${weeks} weeks`} of history: the intervals are wide, and a single odd day weighs much.`,
    none: 'Nothing is known yet: the forecast needs conversations of the past.',
    total: (expected: string, low: string, high: string) =>
      `${expected} conversations in the next seven days, about ${low} to ${high}.`,
    zone: (zone: string) => `Times of ${zone}. Closed hours need nobody and have no figure.`,
  },
});
