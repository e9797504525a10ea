import type { Measures, Question } from '../../../protocol/wire/measures.ts';
import type { AgentProfile } from '../../../protocol/wire/model.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { Csat, Spread } from '../../../protocol/wire/report.ts';
import type { Part } from '../../domain/mail/letter.ts';
import { spellDay } from '../../domain/mail/spell-time.ts';
import { staffWords } from '../../domain/mail/words-of-staff.ts';
import { readMeasures } from '../read-measures.ts';
import { withinRights } from '../within-rights.ts';
import { findReportReaders } from './report-readers.ts';
import { findMailSite } from './site-name.ts';
import type { Writer } from './writer.ts';

const words = staffWords.report;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** E10: the figures that the console shows, of the same use case and with the same rights. */
export const writeReport: Writer<'report'> = async (context, { agentId, every, from, to, zone, site }) => {
  const agent = await context.store.findAgent(agentId);
  if (!agent || !may(agent, 'report:read')) return { dropped: 'gone' };
  const subject = subjectOf(agent);
  const asked: Question = { from, to, zone, clock: 'calendar', ...(site && { site }) };
  const { answer } = await readMeasures(context, subject, { question: withinRights(subject, asked), against: null });
  if (!answer.ok) throw new Error(`The report was refused: ${answer.error}.`);
  const [first, last] = [spellDay(from, 'en', zone), spellDay(to - 1, 'en', zone)];
  const origin = context.mail?.origin() ?? '';
  const { plan } = await context.store.readReportPlan();
  const { left, isPassed } = await findReportReaders(context, { to: plan?.to ?? [] });
  const name = site ? ((await findMailSite(context, site))?.name ?? null) : null;
  return {
    ...{ lang: 'en', dir: 'ltr', subject: words.subject(every, first, last, name) },
    parts: [
      { kind: 'words', text: words.intro(first, last, zone, name) },
      ...(may(agent, 'report:team') ? [] : [{ kind: 'words', text: words.own } as const]),
      ...(left.length === 0 ? [] : [{ kind: 'words', text: words.left(left.join(', ')) } as const]),
      ...partsOf(answer.value.measures),
      { kind: 'link', label: words.link, href: `${origin}${placeOf(asked)}` },
    ],
    foot: [isPassed ? words.passed : words.why, staffWords.foot(origin)],
  };
};

/** The same figures in the console. */
function placeOf({ from, to, zone, site }: Question): string {
  const day = (at: number) => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(at);
  const pairs = { period: 'days', from: day(from), to: day(to - 1), zone, ...(site !== undefined && { site }) };
  return `/console/reports?${new URLSearchParams(pairs)}`;
}

/** Whoever gets it could open it; no session is behind it. */
function subjectOf(agent: AgentProfile) {
  return { kind: 'agent', agent, sessionId: '' } as const;
}

function partsOf(measures: Measures): Part[] {
  const { episodes, answered, abandoned, csat } = measures;
  if (episodes === 0 && csat.answers === 0) return [{ kind: 'words', text: words.nothing }];
  const row = (name: string, value: string, more = '') => ({ name, value, more });
  return [
    {
      ...{ kind: 'table', title: words.counts },
      rows: [
        row(words.conversations, String(episodes)),
        row(words.answered, String(answered)),
        row(words.abandoned, String(abandoned)),
      ],
    },
    spreadPart(words.waits, measures.firstResponse),
    ...(measures.firstResponseInHours ? [spreadPart(words.inHours, measures.firstResponseInHours)] : []),
    spreadPart(words.queue, measures.queue),
    {
      ...{ kind: 'table', title: words.service },
      rows: [
        row(words.inTarget, spellShare(measures.serviceLevel), words.of(measures.serviceLevel.n)),
        row(words.firstContact, spellShare(measures.firstContact), words.of(measures.firstContact.n)),
      ],
    },
    { kind: 'table', title: words.satisfaction, rows: [row(words.satisfied, spellShare(csat), spellAnswers(csat))] },
  ];
}

function spreadPart(title: string, { n, p50Ms, p90Ms }: Spread): Part {
  const row = (name: string, ms: number | null) => ({ name, value: spellLength(ms), more: words.of(n) });
  return { kind: 'table', title, rows: [row(words.half, p50Ms), row(words.nine, p90Ms)] };
}

function spellShare({ share, low, high }: Pick<Csat, 'share' | 'low' | 'high'>): string {
  if (share === null || low === null || high === null) return words.none;
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  return words.share(percent(share), percent(low), percent(high));
}

function spellAnswers({ answers, asked, few }: Csat): string {
  return few && answers > 0 ? `${words.answers(answers, asked)}; ${words.few}` : words.answers(answers, asked);
}

function spellLength(ms: number | null): string {
  if (ms === null) return words.unknown;
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min ${Math.floor((ms % MINUTE_MS) / SECOND_MS)} s`;
  return `${Math.floor(ms / HOUR_MS)} h ${Math.floor((ms % HOUR_MS) / MINUTE_MS)} min`;
}
