import type { Answer } from '../../protocol/wire/errors.ts';
import type { MeasureRows } from '../../protocol/wire/measures.ts';
import type { Cell } from './csv.ts';
import { namelessCells, rowCells } from './measure-tables.ts';

type Page = Pick<MeasureRows, 'rows' | 'nameless' | 'next'>;

/** Page after page, so that a long list is never held as a whole. What goes wrong in the middle cuts the file off: half of it must not look whole. */
export async function* allRows(
  first: Page,
  turn: (cursor: string) => Promise<Answer<Page>>,
): AsyncGenerator<readonly Cell[]> {
  for (let page = first; ; ) {
    for (const row of page.rows) yield rowCells(row);
    for (const row of page.nameless) yield namelessCells(row);
    if (page.next === null) return;
    const answer = await turn(page.next);
    if (!answer.ok) throw new Error(`The rows ended half-way: ${answer.error}.`);
    page = answer.value;
  }
}
