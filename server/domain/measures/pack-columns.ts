import { columnsIn, packBytes, unpackBytes } from '../column-bytes.ts';
import type { FactColumns } from './columns.ts';

/** 2: with tags, and what M8 and M9 need. */
const VERSION = 2;

interface Head extends Pick<FactColumns, 'episodes' | 'waits' | 'words' | 'segmentSets' | 'tagSets'> {
  version: number;
}

/** The same facts give the same bytes. */
export function packColumns(columns: FactColumns): Uint8Array {
  const { episodes, waits, words, segmentSets, tagSets } = columns;
  const head: Head = { version: VERSION, episodes, waits, words, segmentSets, tagSets };
  return packBytes(head, columnsIn(columns));
}

export function unpackColumns(given: Uint8Array): FactColumns {
  const { head, columns } = unpackBytes(given);
  const { version, ...words } = head as Head;
  if (version !== VERSION) throw new Error(`A pack of facts has version ${version}; this program knows ${VERSION}.`);
  return { ...words, ...columns } as FactColumns;
}
