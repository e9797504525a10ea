import type { MeasureRow } from '../../protocol/wire/measures.ts';
import { type Wording, wordingAt, wordingsOf } from '../domain/feedback/wordings.ts';
import type { FigureRow } from '../domain/measures/rows-of.ts';
import type { FactLine } from '../store/fact-store.ts';
import type { KeptWords } from '../store/feedback-store.ts';
import type { Context } from './context.ts';

/** What people read of the rows behind a figure, in their order. */
export async function toMeasureRows({ store }: Context, rows: readonly FigureRow[]): Promise<MeasureRow[]> {
  if (rows.length === 0) return [];
  const lines = new Map((await store.readFactLines(rows)).map((line) => [`${line.no} ${line.episode}`, line]));
  const isRated = [...lines.values()].some(({ score }) => score !== null);
  const asked = askedOf(isRated ? await store.listQuestionWords() : []);
  return rows.flatMap((row) => {
    const line = lines.get(`${row.no} ${row.episode}`);
    if (!line) return [];
    const { no, written, siteId, wordsFrom, ...shown } = line;
    const all = written.reduce((sum, { messages }) => sum + messages, 0);
    const shares = written.map(({ name, messages }) => ({ name, share: messages / all }));
    return [{ ...shown, ms: row.ms, isLonger: row.isLonger, shares, asked: asked(line) }];
  });
}

/** K10 */
function askedOf(kept: readonly KeptWords[]): (line: FactLine) => MeasureRow['asked'] {
  const bySite = new Map<string, Wording[]>();
  return ({ siteId, score, wordsFrom }) => {
    if (score === null) return {};
    const wordings = bySite.get(siteId) ?? wordingsOf(kept, siteId, 'score');
    bySite.set(siteId, wordings);
    return wordingAt(wordings, wordsFrom)?.words ?? {};
  };
}
