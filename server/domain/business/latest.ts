const PARTS = 4_096;

/**
 * Of some rows the latest, at most so many, the latest first; of the same instant as `isBefore` says, or those that come first. O(rows), and O(n log n) of those that may be
 * shown: a million rows are not put in order to show a thousand.
 */
export function latestOf(
  rows: Int32Array,
  atOf: (row: number) => number,
  max: number,
  isBefore: (row: number, other: number) => number = () => 0,
): Int32Array {
  const at = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) at[place] = atOf(rows[place] as number);
  const places = placesFrom(at, leastShown(at, max));
  places.sort((one, other) => {
    const later = (at[other] as number) - (at[one] as number);
    return later || isBefore(rows[one] as number, rows[other] as number) || one - other;
  });
  return Int32Array.from(places.subarray(0, max), (place) => rows[place] as number);
}

/** An instant at or after which at least so many lie, and few more: the time is cut into parts, and those are counted from the end. */
function leastShown(at: Float64Array, max: number): number {
  if (at.length <= max) return Number.NEGATIVE_INFINITY;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < at.length; place += 1) {
    const one = at[place] as number;
    if (one < first) first = one;
    if (one > last) last = one;
  }
  const width = (last - first) / PARTS || 1;
  const counts = new Uint32Array(PARTS + 1);
  for (let place = 0; place < at.length; place += 1) {
    const part = Math.floor(((at[place] as number) - first) / width);
    counts[part] = (counts[part] as number) + 1;
  }
  let part = PARTS;
  for (let shown = counts[part] as number; shown < max && part > 0; shown += counts[part] as number) part -= 1;
  // One part more: what lies at its edge is not lost to a rounding.
  return first + (part - 1) * width;
}

function placesFrom(at: Float64Array, least: number): Uint32Array {
  const places = new Uint32Array(at.length);
  let found = 0;
  for (let place = 0; place < at.length; place += 1) {
    if ((at[place] as number) < least) continue;
    places[found] = place;
    found += 1;
  }
  return places.subarray(0, found);
}
