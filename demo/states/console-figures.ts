import type { EpisodeLine } from '../../protocol/wire/report.ts';

const SECOND = 1_000;

export function episodeLines(now: number): EpisodeLine[] {
  const line = { episode: 1, siteName: 'Tea & Mugs', agentName: 'Ana Ferreira', openedAt: now - 3_600 * SECOND };
  return [
    {
      ...line,
      conversationId: 'B7RC',
      visitorLabel: 'Visitor B7RC',
      closedAt: now,
      outcome: 'resolved',
      firstResponseMs: 31 * SECOND,
      queueMs: 4 * SECOND,
      score: 5,
      comment: 'Quick and kind. She even found the parcel.',
    },
    {
      ...line,
      conversationId: 'Z9VE',
      visitorLabel: 'Visitor Z9VE',
      agentName: null,
      closedAt: now,
      outcome: 'abandoned_in_queue',
      firstResponseMs: null,
      queueMs: null,
      score: null,
      comment: null,
    },
    {
      ...line,
      conversationId: '7F3K',
      visitorLabel: 'Visitor 7F3K',
      closedAt: null,
      outcome: null,
      firstResponseMs: 72 * SECOND,
      queueMs: 30 * SECOND,
      score: null,
      comment: null,
    },
  ];
}
