/**
 * Of some rows the latest, at most so many, the latest first; of the same instant those that come first. O(rows), and O(n log n) of the instants
 * alone: a million rows are not put in order to show a thousand.
 */
export function latestOf(rows: Int32Array, atOf: (row: number) => number, max: number): Int32Array {
  const at = Float64Array.from(rows, atOf);
  if (rows.length > max) {
    const least = at.toSorted()[rows.length - max] as number;
    const later = rows.filter((_, place) => (at[place] as number) > least);
    const same = rows.filter((_, place) => at[place] === least).subarray(0, max - later.length);
    return latestOf(Int32Array.from([...later, ...same]), atOf, max);
  }
  const places = Uint32Array.from({ length: rows.length }, (_, place) => place);
  places.sort((one, other) => (at[other] as number) - (at[one] as number) || one - other);
  return Int32Array.from(places, (place) => rows[place] as number);
}
