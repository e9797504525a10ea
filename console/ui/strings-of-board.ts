import { inLanguage } from './language.ts';

/** What people read on the board; fetched with it. */
export const boardWords = inLanguage('board', {
  title: 'Board',
  failed: 'The board could not be loaded.',
  queue: 'Waiting in the queue',
  oldest: 'Longest wait',
  serving: 'Being served',
  unanswered: 'Waiting for an answer',
  available: 'Available',
  ofTeam: (team: number) => `of ${team}`,
  agents: 'Team',
  decisions: 'Decisions',
  nobodyWaits: 'Nobody is waiting',
  atRisk: (n: string) => `${n} at risk`,
  missed: (n: string) => `${n} over the target`,
  nobodyAtRisk: 'Everybody has an answer',
  noDecisions: 'Nothing was decided yet',
  noFollowUps: 'Nothing to follow up',
  whoeverDirects: 'Whoever directs',
  openOf: (n: string) => `${n} open`,
  more: (count: number) => `and ${count} more`,
  columns: { visitor: 'Visitor', wait: 'Waits', agent: 'Agent', site: 'Site', load: 'Serves', state: 'State' },
  states: { available: 'Available', away: 'Away', gone: 'Not here' },
  load: (serving: number, capacity: number) => `${serving} of ${capacity}`,
  loadLong: (serving: number, capacity: number) => `Serves ${serving} of at most ${capacity}`,
  today: 'Today against a usual one',
  todayMeans: (days: number) =>
    days === 1
      ? 'So far today, beside the one earlier day of the same weekday, up to the same time of day.'
      : `So far today, beside the median of the last ${days} days of the same weekday, up to the same time of day.`,
  todayNone: 'There is no earlier day of this weekday to compare with yet.',
  came: 'Came today',
  firstResponse: 'First response today (p50)',
  inQueue: 'In the queue today (p50)',
  usual: (value: string) => `usual: ${value}`,
  noUsual: 'no usual yet',
  n: (n: string) => `n = ${n}`,
  notReached: 'not reached',
  wall: 'For the wall',
  leaveWall: 'Leave the wall view',
  seen: (time: string) => `As of ${time}`,
} as const);
