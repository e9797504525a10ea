import { TableScroll } from '../table-scroll.tsx';

/** The numbers of a picture. The first column names the row. */
export interface Twin {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
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
        {rows.map((row) => (
          <tr key={row[0]}>
            <th scope="row">{row[0]}</th>
            {row.slice(1).map((cell, index) => (
              <td key={columns[index + 1]} class="cell-figure">
                <bdi>{cell}</bdi>
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
