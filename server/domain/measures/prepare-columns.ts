import { countingsOf, finishFacts } from './answer-facts.ts';
import { codedLengths } from './coded-lengths.ts';
import { addParts, countPieces } from './counted.ts';
import { LENGTHS } from './definitions.ts';
import type { Piece, TaskOf } from './fact-tasks.ts';
import { judgedBy } from './judged-by.ts';
import { kindsOf } from './kinds.ts';
import { LENGTH_NAMES } from './tally.ts';

/** Of so many pieces at a time: they come a few at a time, and little is enough. */
const COMPILED_BY = 4;

/** Works out ahead what no question changes, so that the first report of the morning opens as quickly as the second. O(rows). */
export function prepareColumns({ now }: TaskOf<'prepare'>, pieces: readonly Piece[]): void {
  const aim = { clock: 'calendar', targetMs: null, now } as const;
  for (const { columns } of pieces) {
    kindsOf(columns, aim);
    judgedBy(columns, 'serviceLevel', aim);
    for (const name of LENGTH_NAMES) if (!name.endsWith('InHours')) codedLengths(columns, LENGTHS[name]);
  }
  compile(pieces.slice(0, COMPILED_BY), now);
}

/** Counted for nothing, by each way there is, so that the runtime has compiled the loops when somebody asks. */
function compile(pieces: readonly Piece[], now: number): void {
  const whole = { from: 0, to: Number.MAX_SAFE_INTEGER, zone: 'UTC', clock: 'calendar' } as const;
  const usual = { wall: [], withHours: false, isExact: false, now };
  for (const question of [whole, { ...whole, language: 'en', agent: '' }]) {
    answer('summary', { question, ...usual }, pieces);
    for (const split of ['page', 'agent', 'segment'] as const) answer('split', { question, ...usual, split }, pieces);
  }
}

function answer<Name extends 'summary' | 'split'>(name: Name, task: TaskOf<Name>, pieces: readonly Piece[]): void {
  const counted = countingsOf(name, task).map((asked) => {
    const part = countPieces(pieces, asked);
    return addParts([part, part], asked);
  });
  finishFacts(name, task, [{ counted, own: null }]);
}
