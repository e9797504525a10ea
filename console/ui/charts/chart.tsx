import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Definition } from '../definition.tsx';
import { chartWords as words } from '../strings-of-charts.ts';
import { type Twin, TwinTable } from './twin.tsx';

interface Props {
  title: string;
  /** What the numbers are: "conversations for each day". */
  unit: string;
  means?: string | undefined;
  twin: Twin;
  /** Where the same numbers are to be had as a file. */
  csv?: string | undefined;
  /** A sentence under the picture. */
  note?: string | undefined;
  /** The picture is a table itself and needs no twin. */
  picture?: 'drawn' | 'table';
  children: ComponentChildren;
}

/** The frame of every picture: title, unit, meaning, table twin, file. */
export function Chart({ title, unit, means, twin, csv, note, picture = 'drawn', children }: Props) {
  const [asTable, setAsTable] = useState(false);
  const isTable = picture === 'table';
  const isEmpty = !isTable && twin.rows.length === 0;
  return (
    <figure class="plot" aria-label={title}>
      <figcaption class="plot-head">
        <span>
          <span class="plot-title">
            {title} {means !== undefined && <Definition measure={title} text={means} />}
          </span>
          <span class="plot-unit">{unit}</span>
        </span>
        {!isEmpty && (
          <span class="plot-tools">
            {!isTable && (
              <button
                type="button"
                class="button button-small"
                aria-pressed={asTable}
                aria-label={words.tableOf(title)}
                onClick={() => setAsTable(!asTable)}
              >
                {words.table}
              </button>
            )}
            {csv !== undefined && (
              <a class="button button-small" href={csv} download aria-label={words.csvOf(title)}>
                {words.csv}
              </a>
            )}
          </span>
        )}
      </figcaption>
      {isEmpty ? <p class="quiet">{words.nothing}</p> : !asTable && children}
      {!isEmpty && !isTable && <TwinTable caption={title} twin={twin} unseen={!asTable} />}
      {note !== undefined && <p class="card-note">{note}</p>}
    </figure>
  );
}
