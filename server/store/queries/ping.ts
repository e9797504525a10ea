import { type Operation, run } from './operation.ts';
import { prepare } from './prepare.ts';

const touch = prepare()((db) => db.updateTable('installation').set({ one: 1 }).where('one', '=', 1));

/** Writes, so that a read-only or full disk does not look well. */
export function* ping(): Operation<void> {
  yield* run(touch, {});
}
