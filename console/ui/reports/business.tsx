import type { BusinessPart, BusinessReport } from '../../../protocol/wire/business.ts';
import type { ReportPlace } from '../../model/report-place.ts';
import { useApp } from '../context.ts';
import { duration, number, percent } from '../format.ts';
import { businessWords as words } from '../strings-of-business.ts';
import { reportWords } from '../strings-of-reports.ts';
import '../styles/business.css';
import { BusinessMoney } from './business-money.tsx';
import { BusinessSplit } from './business-split.tsx';
import { Card, Figure } from './figure.tsx';
import { FileLink } from './file-link.tsx';
import { linked } from './linked.ts';
import { RateList } from './rate-list.tsx';
import { Shown } from './shown.tsx';
import { checkedOf, useMeasures, usePlace } from './use-measures.ts';

/** What service did for those who buy: with n and interval everywhere, and never called a cause. */
export function Business() {
  const app = useApp();
  const place = usePlace();
  const report = useMeasures<BusinessReport>({ kind: 'reports/business', extra: checkedOf(place) });
  return (
    <>
      <p class="report-note">{words.association}</p>
      {isOfSome(place) && <p class="report-note">{words.ofSome}</p>}
      <Shown of={report}>
        {(value) => (
          <>
            <BusinessSplit />
            <Service report={value} />
            <Orders report={value} />
            <label class="check">
              <input
                type="checkbox"
                checked={place.checked === true}
                onChange={(event) =>
                  app.go({ ...place, checked: event.currentTarget.checked || undefined, which: null })
                }
              />
              {words.checkedOnly}
            </label>
            <Retention report={value} />
            <BusinessMoney report={value} />
            <Team report={value} />
            <FileLink href={report.csv} of={reportWords.views.business} />
          </>
        )}
      </Shown>
    </>
  );
}

/** Split, or narrowed by more than the site: who then stands where has to be said. */
function isOfSome({ only, split }: ReportPlace): boolean {
  return split !== null || Object.keys(only).some((name) => name !== 'site');
}

interface Props {
  report: BusinessReport;
}

function Service({ report: { promises } }: Props) {
  return (
    <Card title={words.service}>
      <RateList entries={[{ ...words.measures.promises, rate: promises, list: 'promises' }]} />
    </Card>
  );
}

function Orders({ report: { orders, repeat, conversion, stages } }: Props) {
  if (orders.orders === 0) {
    return (
      <Card title={words.orders}>
        <p>{words.noOrders}</p>
        <p class="card-note">{words.noOrdersHint}</p>
        <Stages stages={stages} />
      </Card>
    );
  }
  return (
    <Card title={words.orders}>
      <p class="figure-line">
        <Figure which="business:orders" measure={words.lists.orders ?? words.orders}>
          {words.orderCount(number(orders.orders), number(orders.people))}
        </Figure>
      </p>
      <p class="card-note">
        {words.orderTrust(
          number(orders.checked),
          number(orders.claimed),
          number(orders.unlinked),
          number(orders.newCustomers),
        )}
      </p>
      {orders.checked === 0 && <p class="card-note">{words.pagesOnly}</p>}
      <RateList
        entries={[
          { ...linked(words.measures.repeat), rate: repeat, list: 'repeat' },
          { ...linked(words.measures.conversion), rate: conversion.all, list: 'conversion' },
          ...conversion.byStage.map(({ key, rate }) => ({
            ...{ name: words.conversionOf(words.stages[key] ?? key), rate, list: 'conversion' as const },
            part: `stage:${key}`,
          })),
        ]}
      />
      <Stages stages={stages} />
    </Card>
  );
}

function Stages({ stages }: { stages: BusinessReport['stages'] }) {
  const app = useApp();
  const place = usePlace();
  const parts = stages.filter(({ episodes }) => episodes > 0);
  if (parts.length === 0) return null;
  const rowsOf = (stage: string) =>
    app.hrefOf({ ...place, view: 'overview', only: { ...place.only, stage }, which: 'episodes' });
  return (
    <>
      <p class="card-note">{words.stagesOf}</p>
      <ul class="inline-list card-note">
        {parts.map(({ key, episodes }) => (
          <li key={key}>
            {words.stages[key] ?? key}:{' '}
            <a class="figure figure-note" href={rowsOf(key === 'unknown' ? '' : key)}>
              <bdi>{number(episodes)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Retention({ report: { retention } }: Props) {
  if (retention.all.n + retention.all.unknown === 0) return null;
  const groups = (by: BusinessPart, rates: BusinessReport['retention']['byContact'], names: Record<string, string>) =>
    rates.map(({ key, rate }) => ({
      ...{ name: names[key] ?? (key || words.noSegment), rate, list: 'retention' as const },
      part: `${by}:${key}`,
    }));
  const { share } = retention.all;
  return (
    <Card title={words.retention} means={linked(words.measures.retention).means}>
      <RateList entries={[{ name: words.everybody, rate: retention.all, list: 'retention' }]} />
      <h3>{words.byContact}</h3>
      <RateList entries={groups('contact', retention.byContact, words.contacts)} whole={share} />
      <h3>{words.byResponse}</h3>
      <RateList entries={groups('response', retention.byResponse, words.responses)} whole={share} />
      {retention.bySegment.some(({ key }) => key !== '') && (
        <>
          <h3>{words.bySegment}</h3>
          <RateList entries={groups('segment', retention.bySegment, {})} whole={share} />
        </>
      )}
      <p class="card-note">{words.retentionNote}</p>
    </Card>
  );
}

function Team({ report: { team } }: Props) {
  if (team.agents.length === 0) return null;
  const share = (part: number, of: number) => (of === 0 ? words.none : percent(part / of));
  return (
    <Card title={words.team} means={words.teamMeans}>
      <div class="table-scroll">
        <table class="episode-table">
          <thead>
            <tr>
              <th scope="col">{words.agent}</th>
              <th scope="col" class="cell-figure">
                {words.shift}
              </th>
              <th scope="col" class="cell-figure">
                {words.available}
              </th>
              <th scope="col" class="cell-figure">
                {words.busy}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...team.agents, { agentId: '', name: words.everybody, ...team.all }].map((one) => (
              <tr key={one.agentId}>
                <th scope="row">{one.name}</th>
                <td class="cell-figure">
                  <bdi>{duration(one.shiftMs)}</bdi>
                </td>
                <td class="cell-figure">
                  <bdi>{share(one.availableMs, one.shiftMs)}</bdi>
                </td>
                <td class="cell-figure">
                  <bdi>{share(one.busyMs, one.availableMs)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="card-note">{words.teamRows}</p>
    </Card>
  );
}
