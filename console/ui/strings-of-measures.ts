import { inLanguage } from './language.ts';

/** What each figure is called and what it means, in the words of docs/measures.md. */
export interface MeasureWords {
  name: string;
  /** For the head of a column. */
  short: string;
  means: string;
}

export const measureWords = inLanguage('measure', {
  episodes: {
    name: 'Conversations',
    short: 'Conversations',
    means: 'Episodes opened in the period. One that is opened again after it was closed counts as a new episode.',
  },
  answered: {
    name: 'Answered',
    short: 'Answered',
    means: 'Episodes in which an agent answered at least once. A bot’s or a greeting’s words are no answer.',
  },
  abandoned: {
    name: 'Abandoned',
    short: 'Abandoned',
    means: 'Episodes that ended before an agent answered: in the queue, or after the assignment.',
  },
  abandonedShare: {
    name: 'Abandoned, share',
    short: 'Abandoned',
    means: 'Abandoned episodes divided by all episodes, with the Wilson 95 % interval.',
  },
  firstResponse: {
    name: 'First response',
    short: 'First response',
    means:
      'Time from the visitor’s first message to the first answer of a person, in each episode. Visitors who never got an answer count as waiting longer (Kaplan–Meier), so the figure does not flatter. The middle one (p50) leads: half waited at most this long.',
  },
  firstResponseInHours: {
    name: 'First response, in hours',
    short: 'In hours',
    means:
      'The part of the first response time within your opening hours, as they were in force then. Who answers in the evening what came in at night is not slow by this figure.',
  },
  response: {
    name: 'Every response',
    short: 'Every response',
    means: 'Each wait of a conversation, credited to the agent who ended it. Unanswered waits count as longer.',
  },
  responseInHours: {
    name: 'Every response, in hours',
    short: 'Every, in hours',
    means: 'The part of every wait within your opening hours, as they were in force then.',
  },
  responseWithoutQueue: {
    name: 'Every response, without the queue',
    short: 'Without queue',
    means: 'Each wait less the part that passed in the queue: what was left to the agent.',
  },
  queueInHours: {
    name: 'Time in queue, in hours',
    short: 'In queue, in hours',
    means: 'The part of the time in the queue within your opening hours, as they were in force then.',
  },
  resolutionInHours: {
    name: 'Resolution time, in hours',
    short: 'Resolution, in hours',
    means: 'The part of the resolution time within your opening hours, as they were in force then.',
  },
  queue: {
    name: 'Time in queue',
    short: 'In queue',
    means: 'From the queue to an agent, summed over all stays of an episode, of episodes that an agent had.',
  },
  resolution: {
    name: 'Resolution time',
    short: 'Resolution',
    means: 'From the opening of an episode to its end.',
  },
  handling: {
    name: 'Handling time',
    short: 'Handling',
    means: 'The part of an episode in which an agent had it.',
  },
  serviceLevel: {
    name: 'Within the target',
    short: 'In target',
    means:
      'Waits answered within your target, divided by all waits. Waits without an answer count as missed. The target is set in Settings, for everybody, a department or a segment. Where only opening hours count, a wait stands still while you are closed.',
  },
  csat: {
    name: 'Satisfaction (CSAT)',
    short: 'Satisfaction',
    means:
      'Ratings of 4 or 5 divided by all ratings, once per episode, with the Wilson 95 % interval. Under 10 ratings the share says little. Where two agents served, a rating is shared out by their messages.',
  },
  responseRate: {
    name: 'Rated',
    short: 'Rated',
    means: 'Episodes with a rating, divided by the ended ones whose visitors could have given one.',
  },
  firstContact: {
    name: 'Solved at the first contact',
    short: 'First contact',
    means:
      'Ended episodes (spam aside) that were resolved, were not opened again, and whose visitor did not come back on the same topic within 7 days. Those for whom it is too early to know are left out.',
  },
  reopened: {
    name: 'Opened again',
    short: 'Opened again',
    means: 'Resolved episodes that the visitor opened again, divided by resolved ones.',
  },
  complaints: {
    name: 'Complaints solved',
    short: 'Complaints',
    means: 'Complaints that ended resolved and that the customer confirmed, divided by all complaints.',
  },
  complaintTime: {
    name: 'Time to solve a complaint',
    short: 'Complaint solved in',
    means: 'From the opening of a complaint to its resolved end. Complaints that did not end so count as longer.',
  },
  resolvedShare: {
    name: 'Resolved',
    short: 'Resolved',
    means: 'Ended episodes whose outcome is “resolved”, divided by all ended ones.',
  },
} as const satisfies Record<string, MeasureWords>);

export type MeasureName = keyof typeof measureWords;

/** Why an episode ended without an answer (M7). */
export const causeWords: Record<string, string> = inLanguage('cause', {
  queue_too_long: 'The queue was too long',
  agent_silent: 'The agent did not answer',
  page_left: 'The page was left within 10 seconds',
  connection_lost: 'The connection was lost',
  outside_hours: 'Outside opening hours',
  unknown: 'Not known',
});

/** A cause that a newer relay knows is shown by its own name. */
export const causeName = (cause: string) => causeWords[cause] ?? cause.replaceAll('_', ' ');
