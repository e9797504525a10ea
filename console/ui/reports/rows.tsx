import { useEffect, useRef } from 'preact/hooks';
import type { MeasureRow, NamelessRow } from '../../../protocol/wire/measures.ts';
import { called } from '../called.ts';
import { useApp } from '../context.ts';
import { Empty } from '../empty.tsx';
import { duration, number, shortDuration } from '../format.ts';
import { AlertIcon } from '../icons.tsx';
import { Skeleton } from '../skeleton.tsx';
import { Stars } from '../stars.tsx';
import { strings } from '../strings.ts';
import { chartWords } from '../strings-of-charts.ts';
import { causeName } from '../strings-of-measures.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { serviceStrings } from '../strings-of-service.ts';
import { viewWords } from '../strings-of-views.ts';
import { wordingWords } from '../strings-of-wordings.ts';
import { TableScroll } from '../table-scroll.tsx';
import { Refused } from './shown.tsx';
import { usePlace } from './use-measures.ts';
import { formsOf, type ZoneForms } from './zone-format.ts';

/** The episodes behind a number; as many as the number says, each leading to its thread. */
export function Rows({ which }: { which: string }) {
  const app = useApp();
  const place = usePlace();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = useNameOf(which);
  // Another list is another content, and the keyboard follows.
  useEffect(() => heading.current?.focus(), [which]);
  return (
    <div class="episodes">
      <div class="episodes-head">
        <h2 id="episodes-title" ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <span class="report-tools">
          <a
            class="button button-small"
            href={app.reports.csvOf(app.reports.rowsPath(place, which))}
            download
            aria-label={chartWords.csvOf(name)}
          >
            {chartWords.csv}
          </a>
          <a class="button button-small" href={app.hrefOf({ ...place, which: null })}>
            {words.hideRows}
          </a>
        </span>
      </div>
      <Body />
    </div>
  );
}

function useNameOf(which: string): string {
  const { reports } = useApp();
  const forms = formsOf(reports.zoneOf(usePlace()));
  const { of: list, span } = reports.readWhich(which);
  const name = nameOfList(list, forms);
  return span ? `${name} · ${words.spanOf(forms.dayTime(span.from), forms.dayTime(span.to))}` : name;
}

function nameOfList(which: string, forms: ZoneForms): string {
  const [kind = '', of = ''] = which.split(':');
  if (kind === 'promised') return promisedName(of);
  if (kind === 'forecast') return viewWords.hourRows(forms.hourOfWeek(Number(of)));
  if (kind === 'outcome') return words.rowsTitle(strings.outcomes[of as 'resolved'] ?? of);
  if (kind === 'cause') return words.rowsTitle(causeName(of));
  if (kind === 'score') return words.rowsTitle(viewWords.scoreOf(Number(of)));
  if (kind === 'words') return wordingWords.rows[of.split('-', 1)[0] as 'score'] ?? words.rowsTitle(which);
  if (of !== '') return nameOfStretch(kind, of);
  return words.lists[which] ?? words.rowsTitle(which);
}

function promisedName(part: string): string {
  const { promised, inside, shorter, longer } = serviceStrings;
  const named = ({ inside, shorter, longer } as Record<string, string>)[part];
  return named === undefined ? promised : `${promised}: ${named}`;
}

/** `answered-5000-10000`: what one bin of a histogram holds. */
function nameOfStretch(kind: string, of: string): string {
  const [part, from, to] = of.split('-');
  const spell = (ms: string | undefined) => shortDuration(Number(ms));
  const length = to ? viewWords.fromTo(spell(from), spell(to)) : viewWords.longerThan(spell(from));
  const name = words.lists[kind] ?? kind;
  if (part === 'all') return viewWords.stretch(name, length);
  return part === 'answered' ? viewWords.stretchAnswered(name, length) : viewWords.stretchUnanswered(name, length);
}

function Body() {
  const { reports } = useApp();
  const place = usePlace();
  const state = reports.rows.state.value;
  if (state.status === 'failed') {
    const { error, field } = state.refusal;
    if (error === 'invalid_payload') return <Refused />;
    if (error === 'not_found' && field !== undefined) return <Refused unknown />;
    return (
      <Empty icon={<AlertIcon size={28} />} title={words.rowsFailed}>
        <button type="button" class="button" onClick={() => reports.showRows(place)}>
          {strings.retry}
        </button>
      </Empty>
    );
  }
  if (state.status !== 'ready') return <Skeleton rows={4} kind="rows" />;
  const { rows, nameless, total, next } = state.value;
  if (total === 0) return <p class="quiet">{words.rowsEmpty}</p>;
  return (
    <>
      <Table lines={rows} nameless={nameless} />
      <p class="card-note rows-foot">
        {words.rowsTotal(number(rows.length + nameless.length), number(total))}
        {next !== null && (
          <button type="button" class="button button-small" onClick={() => void reports.moreRows(place)}>
            {words.rowsMore}
          </button>
        )}
      </p>
    </>
  );
}

const COLUMNS = ['visitor', 'opened', 'agent', 'firstResponse', 'queue', 'outcome', 'rating', 'comment'] as const;
/** With the length that the figure is of: it may be another one than the episode's first. */
const COLUMNS_OF_LENGTHS = [...COLUMNS.slice(0, 3), 'length' as const, ...COLUMNS.slice(3)];
const FIGURES = new Set<string>(['length', 'firstResponse', 'queue']);

function Table({ lines, nameless }: { lines: MeasureRow[]; nameless: NamelessRow[] }) {
  const withLength = lines.some(({ ms }) => ms !== null);
  return (
    <TableScroll titleId="episodes-title">
      <table class="episode-table">
        <thead>
          <tr>
            {(withLength ? COLUMNS_OF_LENGTHS : COLUMNS).map((name) => (
              <th key={name} scope="col" class={FIGURES.has(name) ? 'cell-figure' : undefined}>
                {words.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // Of one episode there may be several waits.
            <Row key={`${line.conversationId}-${line.episode}-${index}`} line={line} withLength={withLength} />
          ))}
          {nameless.map((row, index) => (
            <Nameless key={`nameless-${index}`} row={row} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Row({ line, withLength }: { line: MeasureRow; withLength: boolean }) {
  const app = useApp();
  const { dayTime } = formsOf(app.reports.zoneOf(usePlace()));
  const length = (ms: number | null) => (ms === null ? words.none : duration(ms));
  return (
    <tr>
      <th scope="row">
        <a href={app.hrefOf({ name: 'inbox', conversationId: line.conversationId })}>{called(line.visitorLabel)}</a>
        <span class="cell-site">{line.siteName}</span>
      </th>
      <td class="cell-when">{dayTime(line.openedAt)}</td>
      <td>{line.agentName ?? words.none}</td>
      {withLength && (
        <td class="cell-figure">
          <bdi>{line.isLonger ? viewWords.longerThan(length(line.ms)) : length(line.ms)}</bdi>
        </td>
      )}
      <td class="cell-figure">
        <bdi>{length(line.firstResponseMs)}</bdi>
      </td>
      <td class="cell-figure">
        <bdi>{length(line.queueMs)}</bdi>
      </td>
      <td>{line.outcome ? strings.outcomes[line.outcome] : strings.open}</td>
      <td class="cell-when">{line.score === null ? words.none : <Score of={line.score} />}</td>
      <td class="cell-comment" dir="auto">
        {line.comment ?? ''}
      </td>
    </tr>
  );
}

/** An answer without a name: of it only the site and the day are known (K9). */
function Nameless({ row: { siteName, dayAt, score, comment } }: { row: NamelessRow }) {
  const forms = formsOf(useApp().reports.zoneOf(usePlace()));
  const unknown = COLUMNS.slice(2, -2);
  return (
    <tr>
      <th scope="row">
        {viewWords.nameless}
        <span class="cell-site">{siteName}</span>
      </th>
      <td class="cell-when">{forms.day(dayAt)}</td>
      {unknown.map((name) => (
        <td key={name} class={FIGURES.has(name) ? 'cell-figure' : undefined}>
          {words.none}
        </td>
      ))}
      <td class="cell-when">
        <Score of={score} />
      </td>
      <td class="cell-comment" dir="auto">
        {comment ?? ''}
      </td>
    </tr>
  );
}

function Score({ of }: { of: number }) {
  return (
    <>
      <Stars score={of} />
      <span class="visually-hidden">{strings.list.rated(of)}</span>
    </>
  );
}
