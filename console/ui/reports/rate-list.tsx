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
  /** The list behind it; none where it is a part of another one's. */
  list?: BusinessList;
}

/** Rates with the line as long as they may be off, n beside each, and how many are too young to tell. */
export function RateList({ entries, whole }: { entries: readonly RateEntry[]; whole?: number | null }) {
  return (
    <dl class="shares">
      {entries.map(({ name, means, rate, list }) => (
        <div key={name} class="share-line">
          <dt>
            {name} {means !== undefined && <Definition measure={name} text={means} />}
          </dt>
          <dd class="share-figure">
            <Value rate={rate} name={name} list={list} />
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

function Value({ rate, name, list }: { rate: Rate; name: string; list: BusinessList | undefined }) {
  if (rate.share === null) return <>{words.none}</>;
  const text = percent(rate.share);
  if (list === undefined) return <bdi>{text}</bdi>;
  return (
    <Figure which={`business:${list}`} measure={name}>
      {text}
    </Figure>
  );
}
