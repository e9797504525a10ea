import { type Answer, success } from '../../protocol/wire/errors.ts';
import type {
  Difference,
  Lengths,
  MeasureRow,
  MeasureRows,
  Measures,
  MeasuresHeat,
  MeasuresHistogram,
  MeasuresSeries,
  MeasuresSplit,
  MeasuresSummary,
  MeasuresToday,
  Question,
  Share,
} from '../../protocol/wire/measures.ts';
import { episodeLines } from './console-figures.ts';
import { wordingsOf } from './console-wordings.ts';

/** Figures for the story pages: the same on every day, of a shop that is busy in the morning and slow at night. */

const SECOND = 1_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const Z = 1.96;

/** Between 0 and 1, always the same for the same place. */
const noise = (at: number) => Math.abs(Math.sin(at * 127.1 + 11.7) * 43_758.5453) % 1;

function shareOf(hits: number, n: number): Share {
  if (n === 0) return { hits, n, share: null, low: null, high: null, few: true };
  const share = hits / n;
  const reach = Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n * n));
  const middle = share + Z ** 2 / (2 * n);
  const whole = 1 + Z ** 2 / n;
  return { hits, n, share, low: (middle - reach) / whole, high: (middle + reach) / whole, few: n < 10 };
}

function lengthsOf(n: number, answered: number, p50: number): Lengths {
  const known = answered / Math.max(1, n);
  const at = (share: number, seconds: number) => (n > 0 && known > share ? Math.round(seconds) * SECOND : null);
  const reach = 1 + 2 / Math.sqrt(Math.max(1, n));
  return {
    n,
    answered,
    p50Ms: at(0.5, p50),
    p90Ms: at(0.9, p50 * 4.2),
    p95Ms: at(0.95, p50 * 7),
    meanMs: answered > 0 ? Math.round(p50 * 1.8) * SECOND : null,
    p50LowMs: at(0.5, p50 / reach),
    p50HighMs: at(0.5, p50 * reach),
    few: n < 10,
    error: 0,
  };
}

export function measuresOf(episodes: number, p50 = 42, good = 0.85): Measures {
  const answered = Math.round(episodes * 0.92);
  const abandoned = Math.round(episodes * 0.06);
  const answers = Math.round(episodes * 0.48);
  const satisfied = Math.round(answers * good);
  const ended = Math.max(0, episodes - 2);
  const csat = shareOf(satisfied, answers);
  return {
    episodes,
    answered,
    abandoned,
    open: Math.min(2, episodes),
    ended,
    firstResponse: lengthsOf(episodes, answered, p50),
    firstResponseInHours: lengthsOf(episodes, answered, p50 * 0.9),
    response: lengthsOf(episodes * 3, Math.round(episodes * 2.9), p50 * 0.8),
    responseInHours: lengthsOf(episodes * 3, Math.round(episodes * 2.9), p50 * 0.75),
    responseWithoutQueue: lengthsOf(episodes * 3, Math.round(episodes * 2.9), p50 * 0.7),
    queue: lengthsOf(answered, answered, p50 / 8),
    queueInHours: lengthsOf(answered, answered, p50 / 9),
    resolution: lengthsOf(episodes, ended, 540),
    resolutionInHours: lengthsOf(episodes, ended, 480),
    handling: lengthsOf(answered, answered, 420),
    serviceLevel: shareOf(Math.round(episodes * 0.71), episodes),
    csat: {
      satisfied,
      answers,
      asked: ended,
      share: csat.share,
      low: csat.low,
      high: csat.high,
      few: csat.few,
      scores: [
        Math.round(answers * 0.04),
        Math.round(answers * 0.03),
        Math.round(answers * 0.08),
        Math.round(answers * 0.27),
        Math.round(answers * 0.58),
      ],
      credited: answers,
      anonymous: Math.round(answers * 0.05),
    },
    responseRate: shareOf(answers, ended),
    outcomes: {
      resolved: Math.round(ended * 0.8),
      unresolved: Math.round(ended * 0.07),
      abandoned_in_queue: Math.round(ended * 0.04),
      abandoned_before_answer: Math.round(ended * 0.03),
      left_after_answer: Math.round(ended * 0.04),
      spam: Math.round(ended * 0.02),
    },
    causes: {
      queue_too_long: Math.round(abandoned * 0.45),
      agent_silent: Math.round(abandoned * 0.25),
      page_left: Math.round(abandoned * 0.2),
      outside_hours: Math.round(abandoned * 0.1),
    },
    abandonedShare: shareOf(abandoned, ended),
    resolvedShare: shareOf(Math.round(ended * 0.8), ended),
    firstContact: { ...shareOf(Math.round(ended * 0.58), Math.round(ended * 0.75)), unknown: Math.round(ended * 0.2) },
    reopened: { ...shareOf(Math.round(ended * 0.06), Math.round(ended * 0.8)), unknown: 0 },
    complaints: { ...shareOf(Math.round(ended * 0.03), Math.round(ended * 0.05)), unknown: Math.min(1, ended) },
    complaintTime: lengthsOf(Math.round(ended * 0.05), Math.round(ended * 0.04), 1_900),
  };
}

const GROUPS: Record<string, [key: string, name: string, episodes: number, p50: number, good: number][]> = {
  department: [
    ['d1', 'Orders and delivery', 412, 38, 0.88],
    ['d2', 'Wholesale', 96, 130, 0.79],
    ['d3', 'Workshops', 9, 61, 0.75],
    ['', '', 21, 55, 0.8],
  ],
  agent: [
    ['agent-ana', 'Ana Ferreira', 231, 31, 0.91],
    ['agent-bo', 'Bo Lindqvist', 187, 44, 0.83],
    ['agent-cy', 'Cy Nakamura', 84, 58, 0.86],
    ['agent-dee', 'Dee Okafor', 6, 25, 1],
    ['', '', 30, 0, 0],
  ],
  topic: [
    ['delivery', 'Where is my parcel', 188, 36, 0.84],
    ['broken', 'Arrived broken', 121, 41, 0.82],
    ['returns', 'Returns', 87, 52, 0.77],
    ['', '', 142, 44, 0.87],
  ],
  language: [
    ['en', 'en', 390, 40, 0.86],
    ['de', 'de', 104, 44, 0.84],
    ['ar', 'ar', 44, 92, 0.72],
  ],
};

interface Asked {
  question: Question;
  at: number;
}

function splitOf(split: string, only: string | null, asked: Asked): MeasuresSplit {
  const isEarlier = asked.question.to < asked.at - DAY;
  const groups = (GROUPS[split] ?? GROUPS.department ?? []).map(([key, name, episodes, p50, good]) => ({
    key,
    name,
    // What broke, broke this week.
    measures: measuresOf(isEarlier && key === 'broken' ? Math.round(episodes / 3) : episodes, p50, good),
  }));
  return {
    ...asked,
    split: split as 'agent',
    groups,
    total: measuresOf(538),
    rest: null,
    overlapping: false,
    narrowedTo: only === null ? null : (groups.find(({ key }) => key === only)?.name ?? only),
  };
}

function seriesOf(by: MeasuresSeries['by'], asked: Asked): MeasuresSeries {
  const step = by === 'hour' ? HOUR : by === 'day' ? DAY : 7 * DAY;
  const { from, to } = asked.question;
  const count = Math.min(93, Math.round((to - from) / step));
  const points = Array.from({ length: count }, (_, index) => {
    const episodes = Math.round(8 + 14 * noise(index) + 4 * Math.sin(index / 3));
    // One night without anybody, one quiet day.
    const { answered, abandoned, abandonedShare, csat, outcomes, firstResponse } = measuresOf(
      index === 5 ? 0 : episodes,
      30 + 45 * noise(index + 0.5),
      0.7 + 0.25 * noise(index + 0.2),
    );
    const at = from + index * step;
    return {
      at,
      until: at + step,
      episodes: index === 5 ? 0 : episodes,
      answered,
      abandoned,
      abandonedShare,
      csat,
      outcomes,
      firstResponse,
    };
  });
  return { ...asked, by, points };
}

function heatOf(asked: Asked): MeasuresHeat {
  const cells = Array.from({ length: 7 * 24 }, (_, index) => {
    const [weekday, hour] = [Math.floor(index / 24) + 1, index % 24];
    const busy = Math.max(0, Math.sin(((hour - 6) / 15) * Math.PI)) * (weekday > 5 ? 0.4 : 1);
    const n = Math.round(busy * 14 * (0.7 + noise(index)));
    const p50 = 20 + 160 * noise(index / 3) * (1.3 - busy);
    const answered = Math.round(n * 0.92);
    const { p50Ms, p90Ms } = lengthsOf(n, answered, p50);
    return { weekday, hour, n, answered, p50Ms, p90Ms };
  });
  return { ...asked, cells };
}

function histogramOf(asked: Asked): MeasuresHistogram {
  const edgesMs = [0, 15, 30, 60, 120, 300, 600, 1_800].map((seconds) => seconds * SECOND);
  const answered = [61, 143, 168, 74, 31, 11, 5, 2];
  return { ...asked, of: 'firstResponse', edgesMs, answered, unanswered: [4, 3, 6, 11, 9, 6, 3, 1] };
}

const COMMENTS: [score: number, comment: string | null][] = [
  [5, 'Quick and kind. She even found the parcel.'],
  [2, 'I waited eleven minutes and then had to explain everything again.'],
  [4, 'شكراً، كانت الإجابة واضحة.'],
  [5, null],
];

const NOTHING_SAID = { reasons: [], solved: null, shares: [], asked: {} };
const SAID = {
  reasons: ['Friendly', 'Fast'],
  asked: { en: 'Was the agent kind?' },
  solved: 'yes' as const,
  shares: [
    { name: 'Ana Ferreira', share: 0.7 },
    { name: 'Bo Lindqvist', share: 0.3 },
  ],
};

function rowsOf(of: string, asked: Asked): MeasureRows {
  const lines = episodeLines(asked.at);
  const rows: MeasureRow[] =
    of === 'rated'
      ? COMMENTS.map(([score, comment], index) => ({
          ...(lines[0] as MeasureRow),
          conversationId: `B7RC${index}`,
          ...{ score, comment, ms: null, isLonger: false },
          ...(index === 0 ? SAID : NOTHING_SAID),
        }))
      : lines.map((line) => ({
          ...line,
          ms: line.firstResponseMs,
          isLonger: line.firstResponseMs === null,
          ...NOTHING_SAID,
        }));
  return { ...asked, of: 'episodes', total: 148, rows, nameless: [], next: 'more' };
}

function differencesOf(share: Difference, length: Difference) {
  const lengths = { firstResponse: length, response: length, queue: null, resolution: length, handling: length };
  const solved = { firstContact: share, reopened: null, complaints: null, complaintTime: null };
  return { ...lengths, ...solved, serviceLevel: share, csat: share, abandonedShare: null, resolvedShare: share };
}

function summaryOf(asked: Asked, episodes: number, params: URLSearchParams): MeasuresSummary {
  const measures = measuresOf(episodes);
  if (!params.has('againstFrom')) return { ...asked, measures };
  const question = { ...asked.question, from: Number(params.get('againstFrom')), to: Number(params.get('againstTo')) };
  const differences = differencesOf(
    { value: 0.04, low: 0.01, high: 0.07 },
    { value: -4_000, low: -11_000, high: 3_000 },
  );
  return {
    ...asked,
    measures,
    against: { question, measures: measuresOf(Math.round(episodes * 0.8), 46, 0.81), shared: 0, differences },
  };
}

/** A relay that counts for the story pages; `episodes` in all. */
export function answerMeasures(path: string, now: number, episodes: number): Answer<unknown> {
  const { pathname, searchParams: params } = new URL(path, 'http://here');
  const question: Question = {
    from: Number(params.get('from')),
    to: Number(params.get('to')),
    zone: params.get('zone') ?? 'UTC',
    clock: 'calendar',
  };
  const asked = { question, at: now };
  const kind = pathname.split('/').at(-1);
  const split = params.get('split') ?? '';
  if (kind === 'splits') return success(splitOf(split, params.get(split), asked));
  if (kind === 'series') return success(seriesOf((params.get('by') ?? 'day') as 'day', asked));
  if (kind === 'heat') return success(heatOf(asked));
  if (kind === 'histogram') return success(histogramOf(asked));
  if (kind === 'rows') return success(rowsOf(params.get('of') ?? '', asked));
  if (kind === 'wordings') return success(wordingsOf(asked));
  if (kind === 'today') return success(todayOf(now));
  return success(summaryOf(asked, episodes, params));
}

function todayOf(now: number): MeasuresToday {
  const { firstResponse, queue } = measuresOf(34, 48);
  const usual = { days: 8, episodes: 29, firstResponseP50Ms: 52 * SECOND, queueP50Ms: 6 * SECOND };
  return { at: now, from: now - 9 * HOUR, today: { episodes: 34, firstResponse, queue }, usual };
}
