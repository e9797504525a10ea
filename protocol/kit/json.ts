/**
 * JSON as everybody knows it. Old libraries give all lists a `toJSON` of their own, by which a list becomes a text of a list; for
 * the length of this call it is put aside (decision 0157).
 */
export function spellJson(value: unknown): string {
  const lists = Array.prototype as { toJSON?: unknown };
  const { toJSON } = lists;
  if (!toJSON) return JSON.stringify(value);
  delete lists.toJSON;
  try {
    return JSON.stringify(value);
  } finally {
    lists.toJSON = toJSON;
  }
}
