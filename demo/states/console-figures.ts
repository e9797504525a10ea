import type { EpisodeLine, Report } from '../../protocol/wire/report.ts';

const SECOND = 1_000;

export function fullReport(from: number, to: number): Report {
  return {
    from,
    to,
    promisedWaits: { n: 84, inside: 34, shorter: 43, longer: 7, unknown: 9 },
    conversations: 148,
    answered: 131,
    abandoned: 14,
    firstResponse: spread(148, 131, [42, 156, 310], 71),
    firstResponseInHours: spread(148, 131, [40, 121, 240], 58),
    response: spread(402, 380, [35, 120, 260], 58),
    queue: spread(139, 139, [4, 60, 95], 14),
    csat: {
      satisfied: 61,
      answers: 72,
      asked: 140,
      share: 61 / 72,
      low: 0.746,
      high: 0.912,
      scores: [3, 2, 6, 19, 42],
      few: false,
    },
    outcomes: { resolved: 118, unresolved: 9, abandoned_in_queue: 8, abandoned_before_answer: 6, left_after_answer: 4 },
  };
}

function spread(n: number, answered: number, seconds: (number | null)[], meanSeconds: number) {
  const [p50Ms = null, p90Ms = null, p95Ms = null] = seconds.map((value) => (value === null ? null : value * SECOND));
  return { n, answered, p50Ms, p90Ms, p95Ms, meanMs: meanSeconds * SECOND };
}

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
