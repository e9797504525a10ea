import type { Report, Spread } from '../../protocol/wire/report.ts';
import { duration, number, shortDuration } from './format.ts';
import { Card, Figure, type Place } from './measure-cards.tsx';
import { strings } from './strings.ts';
import { serviceStrings } from './strings-of-service.ts';
import { useMedia } from './use-media.ts';

const words = strings.reports;
const NARROW = '(max-width: 600px)';

/** First response leads; every response and the time in the queue stand below it, with the same columns. */
export function ResponseCard({ report, ...place }: { report: Report } & Place) {
  const { firstResponse, firstResponseInHours, response, queue } = report;
  const isCut = [firstResponse.p50Ms, firstResponse.p90Ms, firstResponse.p95Ms].includes(null) && firstResponse.n > 0;
  return (
    <Card measure="responseTimes" shape="wide">
      <table class="spreads">
        <thead>
          <tr>
            <td />
            <th class="cell cell-column" scope="col">
              p50
            </th>
            <th class="cell cell-column" scope="col">
              p90
            </th>
            <th class="cell cell-column" scope="col">
              p95
            </th>
            <th class="cell cell-column" scope="col">
              {words.mean}
            </th>
            <th class="cell cell-column" scope="col">
              {words.nColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          <Row name={words.firstResponse} spread={firstResponse} lead {...place} />
          {firstResponseInHours && <Row name={serviceStrings.inHours} spread={firstResponseInHours} {...place} />}
          <Row name={words.response} spread={response} {...place} />
          <Row name={words.queue} spread={queue} {...place} />
        </tbody>
      </table>
      <p class="card-note">{words.ofN(firstResponse.answered, firstResponse.n)}</p>
      {firstResponseInHours && <p class="card-note">{serviceStrings.inHoursMore}</p>}
      {isCut && <p class="card-note">{words.notReachedHint}</p>}
    </Card>
  );
}

function Row({ name, spread, lead, ...place }: { name: string; spread: Spread; lead?: boolean } & Place) {
  const length = useMedia(NARROW) ? shortDuration : duration;
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
          <Figure list="all" measure={`${name} ${share}`} {...place}>
            {ms === null ? words.notReached : length(ms)}
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
