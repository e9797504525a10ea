import type { FactColumns } from './columns.ts';
import { SHARES, type ShareDefinition, type ShareName } from './definitions.ts';
import type { Aim } from './judgement.ts';

/** Of columns that are kept, for as long as they are: by name, and of M10 the last target that was asked for. */
const kept = new WeakMap<FactColumns, Map<string, { by: string; judged: Uint8Array }>>();

/** A definition's judgement of each row. What neither the question nor the time changes is worked out once. */
export function judgedBy(columns: FactColumns, name: ShareName, aim: Aim): Uint8Array {
  const definition: ShareDefinition = SHARES[name];
  if (definition.by === 'age') return judgeRows(columns, definition, aim);
  let known = kept.get(columns);
  if (!known) {
    known = new Map();
    kept.set(columns, known);
  }
  const by = definition.by === 'target' ? `${aim.clock} ${aim.targetMs}` : '';
  const found = known.get(name);
  if (found?.by === by) return found.judged;
  const judged = judgeRows(columns, definition, aim);
  known.set(name, { by, judged });
  return judged;
}

function judgeRows(columns: FactColumns, { over, judge }: ShareDefinition, aim: Aim): Uint8Array {
  if (over === 'episode') {
    const judged = new Uint8Array(columns.episodes);
    for (let row = 0; row < judged.length; row += 1) judged[row] = judge(columns, row, aim, row);
    return judged;
  }
  const judged = new Uint8Array(columns.waits);
  for (let episode = 0; episode < columns.episodes; episode += 1) {
    const end = columns.waitFrom[episode + 1] as number;
    for (let row = columns.waitFrom[episode] as number; row < end; row += 1)
      judged[row] = judge(columns, row, aim, episode);
  }
  return judged;
}
