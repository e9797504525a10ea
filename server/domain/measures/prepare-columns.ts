import { codedLengths } from './coded-lengths.ts';
import { LENGTHS } from './definitions.ts';
import type { Piece, TaskOf } from './fact-tasks.ts';
import { judgedBy } from './judged-by.ts';
import { kindsOf } from './kinds.ts';
import { LENGTH_NAMES } from './tally.ts';

/** Works out ahead what no question changes, so that the first report of the morning opens as quickly as the second. O(rows). */
export function prepareColumns({ now }: TaskOf<'prepare'>, pieces: readonly Piece[]): null {
  const aim = { clock: 'calendar', targetMs: null, now } as const;
  for (const { columns } of pieces) {
    kindsOf(columns, aim);
    judgedBy(columns, 'serviceLevel', aim);
    for (const name of LENGTH_NAMES) if (!name.endsWith('InHours')) codedLengths(columns, LENGTHS[name]);
  }
  return null;
}
