/**
 * What a record is like, in fourteen signs: two that are alike have the same mark, whatever the order of their names. Both sides work it out, so that whoever changes
 * a record can say from what without sending it again. No secret: only a hand that wants to be wrong finds two with one mark.
 */
export function markOf(record: object, names: readonly string[] = Object.keys(record)): string {
  const values = record as Record<string, unknown>;
  // What is left out and what is null mean the same.
  const told = [...names].sort().map((name) => [name, values[name] ?? null]);
  return hash(JSON.stringify(told, byName));
}

/** The order of names says nothing; that of a list does. */
function byName(_: string, value: unknown): unknown {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** cyrb53: two halves of 32 bits that are mixed with each other at the end. */
function hash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return ((low >>> 0) * 2 ** 21 + (high >>> 11)).toString(16).padStart(14, '0');
}
