import { DayMark } from './day-mark.ts';
import { type DaySheet, emptyStretches, readDay } from './day-sheet.ts';
import { eachDay, type KeptPack, markStretch, placesOf, putDay } from './kept-pack.ts';

/** What is told of some conversations anew, instead of what packs say of them. */
export interface Fresh {
  pack: KeptPack;
  /** Their numbers, and in which packs they are. */
  skipped: ReadonlySet<number>;
  skippedIn: ReadonlyMap<KeptPack, readonly number[]>;
}

/** Shares of time by day (M13). A day is worked out again only when something else lies in it than before. */
export class TimeBook {
  readonly #days = new Map<number, { mark: DayMark; packs: Set<KeptPack> }>();
  readonly #sheets = new Map<number, { mark: number; sheet: DaySheet }>();

  put(pack: KeptPack): void {
    for (const [day, { mark }] of pack.days) {
      const known = this.#days.get(day) ?? { mark: new DayMark(), packs: new Set() };
      this.#days.set(day, known);
      known.mark.addAll(mark, 1);
      known.packs.add(pack);
    }
  }

  drop(pack: KeptPack): void {
    for (const [day, { mark }] of pack.days) {
      const known = this.#days.get(day);
      known?.mark.addAll(mark, -1);
      known?.packs.delete(pack);
    }
  }

  /** The sheets from one day to another one, both with. O(days), and O(n log n) of what lies in a day that changed. */
  sheets(first: number, last: number, fresh: Fresh): DaySheet[] {
    const changed = changesBy(fresh);
    const found: DaySheet[] = [];
    for (let day = first; day <= last; day += 1) {
      const known = this.#days.get(day);
      const change = changed.get(day);
      if (!known && !change) continue;
      const mark = new DayMark();
      if (known) mark.addAll(known.mark, 1);
      if (change) mark.addAll(change, 1);
      found.push(this.#sheetOf(day, mark.value, fresh));
    }
    return found;
  }

  #sheetOf(day: number, mark: number, fresh: Fresh): DaySheet {
    const kept = this.#sheets.get(day);
    if (kept?.mark === mark) return kept.sheet;
    const stretches = emptyStretches();
    for (const pack of this.#days.get(day)?.packs ?? []) putDay(stretches, pack, day, fresh.skipped);
    putDay(stretches, fresh.pack, day, new Set());
    const sheet = readDay(day, stretches);
    this.#sheets.set(day, { mark, sheet });
    return sheet;
  }
}

/** What is told anew comes, and what packs say of the same goes: where both are the same, nothing changed. */
function changesBy({ pack, skippedIn }: Fresh): Map<number, DayMark> {
  const changed = new Map<number, DayMark>();
  const markOf = (day: number): DayMark => {
    const known = changed.get(day) ?? new DayMark();
    changed.set(day, known);
    return known;
  };
  for (const [day, { mark }] of pack.days) markOf(day).addAll(mark, 1);
  for (const [older, skipped] of skippedIn) {
    for (const no of skipped) {
      const { from, to } = placesOf(older, no);
      for (let place = from; place < to; place += 1)
        eachDay(older, place, (day) => markStretch(markOf(day), older, place, day, -1));
    }
  }
  return changed;
}
