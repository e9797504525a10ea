import type {
  BusinessFigures,
  BusinessGroup,
  BusinessList,
  Rate,
  BusinessSplit as Table,
} from '../../../protocol/wire/business.ts';
import type { Split } from '../../../protocol/wire/measures.ts';
import type { ReportPlace } from '../../model/report-place.ts';
import { Chart } from '../charts/chart.tsx';
import { DotInterval } from '../charts/small-charts.tsx';
import { useApp } from '../context.ts';
import { number, percent } from '../format.ts';
import { businessWords as words } from '../strings-of-business.ts';
import { measureWords } from '../strings-of-measures.ts';
import { reportWords } from '../strings-of-reports.ts';
import { viewWords } from '../strings-of-views.ts';
import { TableScroll } from '../table-scroll.tsx';
import { Few } from './figure.tsx';
import { nameOfKey } from './key-names.ts';
import { meanOfMoney } from './money.ts';
import { Shown } from './shown.tsx';
import { checkedOf, useMeasures, usePlace } from './use-measures.ts';

/** What service did, for each group of conversations. */
export function BusinessSplit() {
  const { split } = usePlace();
  return split === null ? null : <GroupsOf key={split} split={split} />;
}

function GroupsOf({ split }: { split: Split }) {
  const place = usePlace();
  const asked = useMeasures<Table>({ kind: 'reports/business/splits', extra: { split, ...checkedOf(place) } });
  const title = viewWords.splitTitle(reportWords.splitNames[split]);
  return (
    <Shown of={asked} rows={1}>
      {(table) => (
        <Chart
          title={title}
          unit={viewWords.splitUnit}
          twin={{ columns: [], rows: [] }}
          picture="table"
          csv={asked.csv}
          note={table.overlapping ? reportWords.overlapping : table.rest ? reportWords.moreGroups : undefined}
        >
          <Groups table={table} caption={title} />
        </Chart>
      )}
    </Shown>
  );
}

function Groups({ table, caption }: { table: Table; caption: string }) {
  const app = useApp();
  const place = usePlace();
  const { split, total, currency } = table;
  const nameOf = ({ key, name, isGone }: BusinessGroup) =>
    isGone ? reportWords.removed(nameOfKey(split, key, name)) : nameOfKey(split, key, name);
  const narrowed = (key: string): ReportPlace => ({ ...place, only: { ...place.only, [split]: key }, which: null });
  return (
    <TableScroll label={caption}>
      <table class="twin groups">
        <thead>
          <tr>
            <th scope="col">{reportWords.splitNames[split]}</th>
            {[
              measureWords.episodes.short,
              words.measures.promises.name,
              words.measures.conversion.name,
              words.measures.retention.name,
              words.measures.repeat.name,
              words.peopleAtRisk,
              words.costs,
            ].map((name) => (
              <th key={name} scope="col" class="cell-figure">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.groups.map((group) => (
            <tr key={group.key}>
              <th scope="row" dir="auto">
                <a href={app.hrefOf(narrowed(group.key))}>{nameOf(group)}</a>
              </th>
              <Cells of={group.figures} total={total} place={narrowed(group.key)} currency={currency} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{reportWords.whole}</th>
            <Cells of={total} total={null} place={place} currency={currency} />
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

interface CellsProps {
  of: BusinessFigures;
  total: BusinessFigures | null;
  /** Narrowed to the group: the rows behind its figures. */
  place: ReportPlace;
  currency: string | null;
}

function Cells({ of, total, place, currency }: CellsProps) {
  const app = useApp();
  const link = (list: BusinessList, text: string, few = false) => (
    <a
      class={few ? 'figure figure-note group-few' : 'figure figure-note'}
      href={app.hrefOf({ ...place, which: `business:${list}`, part: undefined })}
    >
      <bdi>{text}</bdi>
    </a>
  );
  const rate = (list: BusinessList, read: (figures: BusinessFigures) => Rate) => {
    const { n, share, low, high, few, unknown } = read(of);
    if (n + unknown === 0) return words.none;
    return (
      <span class="group-cell">
        {link(list, share === null ? words.none : percent(share), few)}
        <DotInterval value={share} low={low} high={high} whole={total && read(total).share} few={few} />
        <span class="group-n">
          {reportWords.n(number(n))}
          {low !== null && high !== null && ` · ${reportWords.intervalShort(percent(low), percent(high))}`}
          {unknown > 0 && ` · ${words.unknown(number(unknown))}`}
          {few && n > 0 && <Few />}
        </span>
      </span>
    );
  };
  const cost = currency === null || of.cost.mean === null ? null : meanOfMoney(of.cost, currency);
  return (
    <>
      <td class="cell-figure">{of.episodes === 0 ? number(0) : link('costs', number(of.episodes))}</td>
      <td class="cell-figure">{rate('promises', ({ promises }) => promises)}</td>
      <td class="cell-figure">{rate('conversion', ({ conversion }) => conversion)}</td>
      <td class="cell-figure">{rate('retention', ({ retention }) => retention)}</td>
      <td class="cell-figure">{rate('repeat', ({ repeat }) => repeat)}</td>
      <td class="cell-figure">{of.atRisk === 0 ? number(0) : link('atRisk', number(of.atRisk))}</td>
      <td class="cell-figure">
        {cost === null ? (
          words.none
        ) : (
          <span class="group-cell">
            {link('costs', cost.value, of.cost.few)}
            {cost.off !== null && <span class="group-n">{cost.off}</span>}
          </span>
        )}
      </td>
    </>
  );
}
