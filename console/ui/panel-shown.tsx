import type { Panel, Tone } from '../../protocol/wire/outside.ts';
import { AlertIcon, CheckIcon } from './icons.tsx';
import { outsideWords as words } from './strings-of-outside.ts';
import { TableScroll } from './table-scroll.tsx';
import './styles/outside.css';

/** What a system said, in our own few shapes; its words are texts, never HTML (CS4). */
export function PanelShown({ panel }: { panel: Panel }) {
  const { title, status, lines, table, links, cut } = panel;
  const isEmpty = !title && !status && lines.length === 0 && !table && links.length === 0;
  if (isEmpty) return <p class="quiet">{words.unknown}</p>;
  return (
    <div class="panel-shown">
      {title && (
        <p class="panel-title" dir="auto">
          {title}
        </p>
      )}
      {status && <Status {...status} />}
      {lines.length > 0 && (
        <dl class="facts">
          {lines.map(({ label, value }, at) => (
            <div key={at} class="fact">
              <dt dir="auto">{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {table && <Rows table={table} title={title} />}
      {links.length > 0 && (
        <ul class="panel-links">
          {links.map(({ label, href }, at) => (
            <li key={at}>
              <a href={href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
                <bdi>{label || href}</bdi>
                <span class="visually-hidden"> {words.newTab}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {cut && <p class="quiet">{words.cut}</p>}
    </div>
  );
}

/** By word, sign and colour. */
function Status({ text, tone }: { text: string; tone: Tone }) {
  return (
    <p class={`panel-status panel-${tone}`}>
      {tone === 'ok' ? <CheckIcon size={16} /> : <AlertIcon size={16} />}
      <span class="visually-hidden">{words.tones[tone]} </span>
      <span dir="auto">{text}</span>
    </p>
  );
}

function Rows({ table, title }: { table: NonNullable<Panel['table']>; title: string | null }) {
  return (
    <TableScroll label={title ?? table.columns.join(', ')}>
      <table class="panel-table">
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={at} scope="col" dir="auto">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
