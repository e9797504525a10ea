import { codedLengths } from './coded-lengths.ts';
import { allOf, countPieces } from './counted.ts';
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
  // Counted for nothing, so that the runtime has compiled the loops when somebody asks.
  const question = { from: 0, to: Number.MAX_SAFE_INTEGER, zone: 'UTC', clock: 'calendar' } as const;
  for (const by of ['page', null] as const)
    countPieces(pieces, { question, by, wall: [], isExact: false, now, wanted: allOf(false) });
  return null;
}
