/** What belongs together, looked up once. */
export function groupBy<One, Key>(all: readonly One[], keyOf: (one: One) => Key): (key: Key) => One[] {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return (key) => groups.get(key) ?? [];
}
