import { useEffect, useRef } from 'preact/hooks';
import type { EpisodeLine } from '../../protocol/wire/report.ts';
import type { EpisodeFilter, PeriodName } from '../model/periods.ts';
import { useApp } from './context.ts';
import { Empty } from './empty.tsx';
import { dayTime, duration } from './format.ts';
import { AlertIcon } from './icons.tsx';
import { Skeleton } from './skeleton.tsx';
import { Stars } from './stars.tsx';
import { strings } from './strings.ts';

const words = strings.reports;

/** The episodes behind a number; each leads to its thread. */
export function EpisodeList({ period, which }: { period: PeriodName; which: EpisodeFilter }) {
  const app = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [which]);
  return (
    <div class="episodes">
      <div class="episodes-head">
        <h2 id="episodes-title" ref={heading} tabIndex={-1}>
          {words.lists[which]}
        </h2>
        <a class="button button-small" href={app.hrefOf({ name: 'reports', period, which: null })}>
          {words.hideList}
        </a>
      </div>
      <Body period={period} which={which} />
    </div>
  );
}

function Body({ period, which }: { period: PeriodName; which: EpisodeFilter }) {
  const { reports } = useApp();
  const state = reports.episodes.state.value;
  if (state.status === 'failed') {
    return (
      <Empty icon={<AlertIcon size={28} />} title={words.listFailed}>
        <button type="button" class="button" onClick={() => reports.showEpisodes(period, which)}>
          {strings.retry}
        </button>
      </Empty>
    );
  }
  if (state.status !== 'ready') return <Skeleton rows={4} kind="rows" />;
  if (state.value.length === 0) return <p class="quiet">{words.listEmpty}</p>;
  return (
    <>
      <Table lines={state.value} />
      {state.value.length >= reports.rowsMax && <p class="card-note">{words.listCut(reports.rowsMax)}</p>}
    </>
  );
}

const COLUMNS = ['visitor', 'opened', 'agent', 'firstResponse', 'queue', 'outcome', 'rating', 'comment'] as const;
const FIGURES = new Set<string>(['firstResponse', 'queue']);

function Table({ lines }: { lines: EpisodeLine[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section class="table-scroll" tabIndex={0} aria-labelledby="episodes-title">
      <table class="episode-table">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col" class={FIGURES.has(name) ? 'cell-figure' : undefined}>
                {words.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={`${line.conversationId}-${line.episode}`} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ line }: { line: EpisodeLine }) {
  const app = useApp();
  const length = (ms: number | null) => (ms === null ? words.none : duration(ms));
  return (
    <tr>
      <th scope="row">
        <a href={app.hrefOf({ name: 'inbox', conversationId: line.conversationId })}>{line.visitorLabel}</a>
        <span class="cell-site">{line.siteName}</span>
      </th>
      <td class="cell-when">{dayTime(line.openedAt)}</td>
      <td>{line.agentName ?? words.none}</td>
      <td class="cell-figure">
        <bdi>{length(line.firstResponseMs)}</bdi>
      </td>
      <td class="cell-figure">
        <bdi>{length(line.queueMs)}</bdi>
      </td>
      <td>{line.outcome ? strings.outcomes[line.outcome] : strings.open}</td>
      <td class="cell-when">
        {line.score === null ? (
          words.none
        ) : (
          <>
            <Stars score={line.score} />
            <span class="visually-hidden">{strings.list.rated(line.score)}</span>
          </>
        )}
      </td>
      <td class="cell-comment" dir="auto">
        {line.comment ?? ''}
      </td>
    </tr>
  );
}
