import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Segments of a size that stand beside each other before they become one. Each merge writes the list of the commonest word without a pause. */
const MERGED_AT = 32;
/** What was written line by line is so little that it sets off no merge by itself: so many of those become one at once. */
const MERGED_AT_ONCE = 64;

/**
 * L5: of a million messages no merge writes a list that has more than a tenth of them, where it was all of them in one turn of the relay:
 * four segments of a quarter of a million lines became one within what was written next (decision 0374).
 */
export const rarerMerges: Migration = {
  name: '0374-rarer-merges',
  statements: (db, dialect) => {
    const set = (name: string, value: number) => ({
      compile: () => sql.raw(`insert into find_words (find_words, rank) values ('${name}', ${value})`).compile(db),
    });
    // The higher one first: what is merged at once must never be what is merged bit by bit.
    return dialect === 'sqlite' ? [set('crisismerge', MERGED_AT_ONCE), set('automerge', MERGED_AT)] : [];
  },
};
