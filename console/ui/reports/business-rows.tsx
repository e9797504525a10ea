import { useEffect, useRef } from 'preact/hooks';
import type { BusinessLine } from '../../../protocol/wire/business.ts';
import { useApp } from '../context.ts';
import { number } from '../format.ts';
import { businessWords as words } from '../strings-of-business.ts';
import { chartWords } from '../strings-of-charts.ts';
import { reportWords } from '../strings-of-reports.ts';
import { TableScroll } from '../table-scroll.tsx';
import { money } from './money.ts';
import { Shown } from './shown.tsx';
import { checkedOf, useMeasures, usePlace } from './use-measures.ts';
import { formsOf } from './zone-format.ts';

/** The rows behind a figure of business: as many as its n, and those that are too young to tell. */
export function BusinessRows({ of }: { of: string }) {
  const app = useApp();
  const place = usePlace();
  const heading = useRef<HTMLHeadingElement>(null);
  const { part } = place;
  useEffect(() => heading.current?.focus(), [of, part]);
  const asked = useMeasures<{ total: number; rows: BusinessLine[] }>({
    kind: 'reports/business/rows',
    extra: { of, ...partOf(part), ...checkedOf(place) },
  });
  return (
    <div class="episodes">
      <div class="episodes-head">
        <h2 id="episodes-title" ref={heading} tabIndex={-1}>
          {words.lists[of] ?? of}
        </h2>
        <span class="report-tools">
          <a class="button button-small" href={asked.csv} download aria-label={chartWords.csvOf(words.lists[of] ?? of)}>
            {chartWords.csv}
          </a>
          <a class="button button-small" href={app.hrefOf({ ...place, which: null })}>
            {reportWords.hideRows}
          </a>
        </span>
      </div>
      <Shown of={asked}>
        {({ total, rows }) => (
          <>
            <Table rows={rows} />
            <p class="card-note">{reportWords.rowsTotal(number(rows.length), number(total))}</p>
          </>
        )}
      </Shown>
    </div>
  );
}

/** `contact:rated_good`; a kind of customer may be any text, and none. */
function partOf(part: string | undefined): { by?: string; key?: string } {
  const at = part?.indexOf(':') ?? -1;
  return part === undefined || at < 0 ? {} : { by: part.slice(0, at), key: part.slice(at + 1) };
}

function Table({ rows }: { rows: BusinessLine[] }) {
  const app = useApp();
  const forms = formsOf(app.reports.zoneOf(usePlace()));
  const hasAmounts = rows.some(({ amount }) => amount !== null);
  const groups = { ...words.contacts, ...words.stages, ...words.saidBy, unanswered: words.atRisk.unanswered };
  return (
    <TableScroll titleId="episodes-title">
      <table class="episode-table">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.verdict}</th>
            <th scope="col">{words.group}</th>
            {hasAmounts && (
              <th scope="col" class="cell-figure">
                {words.amount}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ conversationId, episode, orderId, at, verdict, group, amount }) => (
            <tr key={`${conversationId ?? orderId} ${episode ?? ''} ${at}`}>
              <th scope="row">
                {conversationId === null ? (
                  <bdi>{words.order(orderId ?? '')}</bdi>
                ) : (
                  <a href={app.hrefOf({ name: 'inbox', conversationId })}>{words.openChat}</a>
                )}
              </th>
              <td class="cell-when">{forms.dayTime(at)}</td>
              <td>{words.verdicts[verdict]}</td>
              <td>{group === null ? words.none : ((groups as Record<string, string>)[group] ?? group)}</td>
              {hasAmounts && (
                <td class="cell-figure">
                  <bdi>{amount ? money(amount.minor, amount.currency) : words.none}</bdi>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
