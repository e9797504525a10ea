import { sql } from 'kysely';

/**
 * J8: `me` and `same` are the same person, joined or not: both lead to the profile that stands for them, which joining keeps one step
 * away. Spelled as its index is (0287), so that it costs one look for each.
 */
export const samePerson = sql<boolean>`coalesce(same.joined_to, same.id) = coalesce(me.joined_to, me.id)`;
