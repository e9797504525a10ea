import type { AgentProfile } from '../../../protocol/wire/model.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { Csat, Report, Spread } from '../../../protocol/wire/report.ts';
import type { Part } from '../../domain/mail/letter.ts';
import { spellDay } from '../../domain/mail/spell-time.ts';
import { staffWords } from '../../domain/mail/words-of-staff.ts';
import { readReport } from '../read-report.ts';
import type { Writer } from './writer.ts';

const words = staffWords.report;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** E10: the figures that the console shows, of the same use case. */
export const writeReport: Writer<'report'> = async (context, { agentId, every, from, to, zone }) => {
  const agent = await context.store.findAgent(agentId);
  if (!agent || !may(agent.role, 'report:read')) return { dropped: 'gone' };
  const { answer } = await readReport(context, subjectOf(agent), { from, to });
  if (!answer.ok) throw new Error(`The report was refused: ${answer.error}.`);
  const [first, last] = [spellDay(from, 'en', zone), spellDay(to - 1, 'en', zone)];
  const origin = context.mail?.origin() ?? '';
  return {
    ...{ lang: 'en', dir: 'ltr', subject: words.subject(every, first, last) },
    parts: [
      { kind: 'words', text: words.intro(first, last, zone) },
      ...partsOf(answer.value),
      { kind: 'link', label: words.link, href: `${origin}/console/reports?period=7` },
    ],
    foot: [words.why, staffWords.foot(origin)],
  };
};

/** Whoever gets it could open it; no session is behind it. */
function subjectOf(agent: AgentProfile) {
  return { kind: 'agent', agent, sessionId: '' } as const;
}

function partsOf(report: Report): Part[] {
  const { conversations, answered, abandoned, csat } = report;
  if (conversations === 0) return [{ kind: 'words', text: words.nothing }];
  const row = (name: string, value: string, more = '') => ({ name, value, more });
  return [
    {
      ...{ kind: 'table', title: words.counts },
      rows: [
        row(words.conversations, String(conversations)),
        row(words.answered, String(answered)),
        row(words.abandoned, String(abandoned)),
      ],
    },
    spreadPart(words.waits, report.firstResponse),
    ...(report.firstResponseInHours ? [spreadPart(words.inHours, report.firstResponseInHours)] : []),
    spreadPart(words.queue, report.queue),
    { kind: 'table', title: words.satisfaction, rows: [row(words.satisfied, spellShare(csat), spellAnswers(csat))] },
  ];
}

function spreadPart(title: string, { n, p50Ms, p90Ms }: Spread): Part {
  const row = (name: string, ms: number | null) => ({ name, value: spellLength(ms), more: words.of(n) });
  return { kind: 'table', title, rows: [row(words.half, p50Ms), row(words.nine, p90Ms)] };
}

function spellShare({ share, low, high }: Csat): string {
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
