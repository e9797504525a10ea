import { TableScroll } from '../table-scroll.tsx';

/** The numbers of a picture. The first column names the row. */
export interface Twin {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** Where the rows behind a number are: of a line, the cell behind its name from 0 on. */
  hrefOf?: (line: number, cell: number) => string | undefined;
}

interface Props {
  caption: string;
  twin: Twin;
  /** Only for those who cannot see the picture. */
  unseen: boolean;
}

/** The same numbers as a table: for screen readers always, for everybody at a press. */
export function TwinTable({ caption, twin, unseen }: Props) {
  const { columns, rows } = twin;
  // What nobody sees must not take the keyboard.
  const hrefOf = (line: number, cell: number) => (unseen ? undefined : twin.hrefOf?.(line, cell));
  const table = (
    <table class="twin">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((name, index) => (
            <th key={name} scope="col" class={index > 0 ? 'cell-figure' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={line}>
            <th scope="row">{row[0]}</th>
            {row.slice(1).map((cell, index) => (
              <td key={columns[index + 1]} class="cell-figure">
                <Cell href={hrefOf(line, index)}>{cell}</Cell>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (unseen) return <div class="visually-hidden">{table}</div>;
  return <TableScroll label={caption}>{table}</TableScroll>;
}

function Cell({ href, children }: { href: string | undefined; children: string }) {
  if (href === undefined) return <bdi>{children}</bdi>;
  return (
    <a class="figure figure-note" href={href}>
      <bdi>{children}</bdi>
    </a>
  );
}
