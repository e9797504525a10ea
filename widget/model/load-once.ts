/** Of what was asked for last, so many are held. */
const HELD_MAX = 8;

/**
 * Asks once for what several places want, or one that is drawn anew. Null (it could not be had) is not held: the next one asks again.
 */
export function loadOnce<Found>(load: (id: string) => Promise<Found | null>): (id: string) => Promise<Found | null> {
  const held = new Map<string, Promise<Found | null>>();
  return (id) => {
    const found = held.get(id) ?? load(id);
    // Anew at the end: the one that was not asked for the longest goes first.
    held.delete(id);
    held.set(id, found);
    for (const oldest of held.keys()) if (held.size > HELD_MAX) held.delete(oldest);
    void found.then((there) => {
      if (there === null && held.get(id) === found) held.delete(id);
    });
    return found;
  };
}
