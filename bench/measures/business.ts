import type { AgentProfile } from '../../protocol/wire/model.ts';
import { openBusinessProcess } from '../../server/platform/business-process.ts';
import { askBusiness } from '../../server/usecases/business-desk.ts';
import type { BusinessTask, BusinessTasks } from '../../server/usecases/business-question.ts';
import type { AgentSubject, Context } from '../../server/usecases/context.ts';
import { median } from '../kit/stats.ts';
import { type Place, YEAR } from './fill-history.ts';

const DAY_MS = 86_400_000;
const owner = { kind: 'agent', agent: { id: 'agent-0', role: 'owner' } as AgentProfile, sessionId: '' } as AgentSubject;

export interface OpenedBusiness {
  report: string;
  firstMs: number;
  againMs: number;
}

/** Figures of business in their process, as a relay has it: how long it takes to have all at hand, and each report then. */
export async function openBusiness(
  context: Context,
  { file, place }: { file: string; place: Place },
  rounds: number,
): Promise<{ prepareMs: number; opened: OpenedBusiness[] }> {
  const business = openBusinessProcess({ file, place });
  const beside = { ...context, business };
  const ask = async <Name extends BusinessTask>(name: Name, asked: BusinessTasks[Name][0]) => {
    const since = performance.now();
    const { answer } = await askBusiness(beside, owner, name, asked);
    if (!answer.ok) throw new Error(answer.hint);
    return performance.now() - since;
  };
  const month = { from: YEAR.to - 30 * DAY_MS, to: YEAR.to };
  const quarter = { ...month, from: YEAR.to - 91 * DAY_MS };
  const since = performance.now();
  await business.prepare(Date.now());
  const prepareMs = performance.now() - since;
  const reports: [string, () => Promise<number>][] = [
    ['business, a month', () => ask('report', month)],
    ['business, a quarter', () => ask('report', quarter)],
    ['business, the year', () => ask('report', YEAR)],
    ['business, the year, one site', () => ask('report', { ...YEAR, site: 'shop' })],
    ['business, the year, one agent', () => ask('report', { ...YEAR, agent: 'agent-1' })],
    ['business of the year by agent', () => ask('splits', { ...YEAR, split: 'agent' })],
    ['business of the year by segment', () => ask('splits', { ...YEAR, split: 'segment' })],
    ['business of the year by page', () => ask('splits', { ...YEAR, split: 'page' })],
    ['rows behind the costs of the year', () => ask('rows', { ...YEAR, of: 'costs' })],
    ['rows behind who ordered again', () => ask('rows', { ...YEAR, of: 'retention', by: 'contact', key: 'not_rated' })],
    ['forecast', () => ask('forecast', {})],
    ['forecast of one language', () => ask('forecast', { language: 'de' })],
    ['what was said in the year', () => ask('feedback', { ...YEAR, which: 'all', limit: 50 })],
  ];
  const opened: OpenedBusiness[] = [];
  for (const [report, open] of reports) {
    const firstMs = await open();
    const again: number[] = [];
    for (let round = 0; round < rounds; round += 1) again.push(await open());
    opened.push({ report, firstMs, againMs: median(again) });
  }
  await business.close();
  return { prepareMs, opened };
}
