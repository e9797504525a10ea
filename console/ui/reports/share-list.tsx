import type { KnownShare, Measures } from '../../../protocol/wire/measures.ts';
import { DotInterval } from '../charts/small-charts.tsx';
import { Definition } from '../definition.tsx';
import { number, percent } from '../format.ts';
import { measureWords } from '../strings-of-measures.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { Few, Figure } from './figure.tsx';
import type { BookEntry } from './measure-book.ts';

/** Rates with the line as long as they may be off, and n beside each. */
export function ShareList({ entries, measures }: { entries: readonly BookEntry[]; measures: Measures }) {
  return (
    <dl class="shares">
      {entries.map((entry) => {
        const figured = entry.read(measures);
        if (figured?.kind !== 'share') return null;
        const { name, means } = measureWords[entry.measure];
        const { share, low, high, n, few } = figured.share;
        const young = 'unknown' in figured.share ? (figured.share as KnownShare).unknown : 0;
        return (
          <div key={entry.measure} class="share-line">
            <dt>
              {name} <Definition measure={name} text={means} />
            </dt>
            <dd class="share-figure">
              {share === null ? (
                words.none
              ) : (
                <Figure which={entry.which} measure={name}>
                  {percent(share)}
                </Figure>
              )}
            </dd>
            <dd>
              <DotInterval value={share} low={low} high={high} few={few} />
            </dd>
            <dd class="share-note">
              {words.n(number(n))}
              {low !== null && high !== null && ` · ${words.interval(percent(low), percent(high))}`}
              {young > 0 && (
                <>
                  {' · '}
                  <Figure which={`${entry.which}Unknown`} measure={name} small>
                    {words.unknown(number(young))}
                  </Figure>
                </>
              )}
              {few && <Few />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
