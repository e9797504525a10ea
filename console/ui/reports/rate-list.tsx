import type { BusinessList, Rate } from '../../../protocol/wire/business.ts';
import { DotInterval } from '../charts/small-charts.tsx';
import { Definition } from '../definition.tsx';
import { number, percent } from '../format.ts';
import { businessWords as words } from '../strings-of-business.ts';
import { reportWords } from '../strings-of-reports.ts';
import { Few, Figure } from './figure.tsx';

export interface RateEntry {
  name: string;
  means?: string;
  rate: Rate;
  /** The list behind it. */
  list: BusinessList;
  /** Where it is a part of another one's: which. */
  part?: string | undefined;
}

/** Rates with the line as long as they may be off, n beside each, and how many are too young to tell. */
export function RateList({ entries, whole }: { entries: readonly RateEntry[]; whole?: number | null }) {
  return (
    <dl class="shares">
      {entries.map(({ name, means, rate, list, part }) => (
        <div key={name} class="share-line">
          <dt>
            {name} {means !== undefined && <Definition measure={name} text={means} />}
          </dt>
          <dd class="share-figure">
            <Value rate={rate} name={name} list={list} part={part} />
          </dd>
          <dd>
            <DotInterval value={rate.share} low={rate.low} high={rate.high} whole={whole} few={rate.few} />
          </dd>
          <dd class="share-note">
            {reportWords.n(number(rate.n))}
            {rate.low !== null &&
              rate.high !== null &&
              ` · ${reportWords.interval(percent(rate.low), percent(rate.high))}`}
            {rate.unknown > 0 && ` · ${words.unknown(number(rate.unknown))}`}
            {rate.few && rate.n > 0 && <Few />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ rate, name, list, part }: Pick<RateEntry, 'rate' | 'name' | 'list' | 'part'>) {
  // Those who are too young to tell are behind it as well.
  if (rate.n + rate.unknown === 0) return <>{words.none}</>;
  return (
    <Figure which={`business:${list}`} part={part} measure={name}>
      {rate.share === null ? words.none : percent(rate.share)}
    </Figure>
  );
}
