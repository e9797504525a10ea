import { OVERLOAD_LOOK_MS } from '../../protocol/wire/limits.ts';
import type { Deadlines } from './deadlines.ts';

/** What counts as waiting for the database: hashes and reports take their time at any load. */
function isSend(what: string): boolean {
  return what === 'message:send' || what === 'conversation:open';
}

/** How fast messages get through, counted between two looks at the load. */
export class SendPace {
  readonly #deadlines: Deadlines;
  #underWay = 0;
  #done = 0;

  constructor(deadlines: Deadlines) {
    this.#deadlines = deadlines;
  }

  began(what: string): void {
    if (isSend(what)) this.#underWay += 1;
  }

  ended(what: string): void {
    if (!isSend(what)) return;
    this.#underWay -= 1;
    this.#done += 1;
  }

  /**
   * Asked once for each look. At the pace of this look all that wait need so long; when one has waited through a whole
   * look it is no burst that the next turn takes away.
   */
  takeMs(): number {
    const oldestMs = this.#deadlines.oldestMs(isSend);
    const expectedMs = this.#done > 0 ? (this.#underWay / this.#done) * OVERLOAD_LOOK_MS : oldestMs;
    this.#done = 0;
    return oldestMs < OVERLOAD_LOOK_MS ? 0 : Math.round(Math.max(oldestMs, expectedMs));
  }
}
