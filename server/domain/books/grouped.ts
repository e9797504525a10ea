/** Places by the code of what they belong to: those of `code` stand in `places` from `from[code]` to `from[code + 1]`. */
export interface Grouped {
  from: Int32Array;
  places: Int32Array;
}

/** Each group keeps the order of the whole. Codes below 0 are in no group. O(n + groups). */
export function groupByCode(codes: Int32Array, groups: number): Grouped {
  const from = new Int32Array(groups + 1);
  for (let place = 0; place < codes.length; place += 1) {
    const code = codes[place] as number;
    if (code >= 0) from[code + 1] = (from[code + 1] as number) + 1;
  }
  for (let code = 0; code < groups; code += 1) from[code + 1] = (from[code + 1] as number) + (from[code] as number);
  const next = from.slice();
  const places = new Int32Array(from[groups] as number);
  for (let place = 0; place < codes.length; place += 1) {
    const code = codes[place] as number;
    if (code < 0) continue;
    const at = next[code] as number;
    places[at] = place;
    next[code] = at + 1;
  }
  return { from, places };
}
