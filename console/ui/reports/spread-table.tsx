import type { Lengths, Measures } from '../../../protocol/wire/measures.ts';
import { duration, number, shortDuration } from '../format.ts';
import { measureWords } from '../strings-of-measures.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { useMedia } from '../use-media.ts';
import { Figure } from './figure.tsx';
import type { BookEntry } from './measure-book.ts';

const NARROW = '(max-width: 600px)';

/** Percentiles of several lengths under the same columns; the first one leads. */
export function SpreadTable({ entries, measures }: { entries: readonly BookEntry[]; measures: Measures }) {
  const rows = entries.flatMap((entry) => {
    const figured = entry.read(measures);
    return figured?.kind === 'lengths' ? [{ entry, spread: figured.lengths }] : [];
  });
  const isCut = rows.some(({ spread }) => spread.n > 0 && [spread.p50Ms, spread.p90Ms, spread.p95Ms].includes(null));
  return (
    <>
      <table class="spreads">
        <thead>
          <tr>
            <td>
              <span class="visually-hidden">{viewWords.percentile}</span>
            </td>
            {['p50', 'p90', 'p95', viewWords.mean, words.nColumn].map((name) => (
              <th key={name} class="cell cell-column" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={row.entry.measure} {...row} lead={index === 0} />
          ))}
        </tbody>
      </table>
      {isCut && <p class="card-note">{viewWords.spreadsNote}</p>}
    </>
  );
}

function Row({ entry, spread, lead }: { entry: BookEntry; spread: Lengths; lead: boolean }) {
  const length = useMedia(NARROW) ? shortDuration : duration;
  const { name } = measureWords[entry.measure];
  const shares = [
    ['p50', spread.p50Ms],
    ['p90', spread.p90Ms],
    ['p95', spread.p95Ms],
  ] as const;
  return (
    <tr>
      <th class={lead ? 'cell cell-row cell-lead' : 'cell cell-row'} scope="row">
        {name}
      </th>
      {shares.map(([share, ms]) => (
        <td key={share} class={lead ? 'cell figure-lead' : 'cell'}>
          <Figure which={entry.which} measure={`${name} ${share}`}>
            {spread.n === 0 ? words.none : ms === null ? words.notReached : length(ms)}
          </Figure>
        </td>
      ))}
      <td class="cell">
        <bdi>{spread.meanMs === null ? words.none : length(spread.meanMs)}</bdi>
      </td>
      <td class="cell">{number(spread.n)}</td>
    </tr>
  );
}
