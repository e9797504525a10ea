import { sql } from 'kysely';
import type { FindLines } from '../find-store.ts';
import { leadOf, partsOf } from './find-words.ts';
import { type Operation, rows } from './operation.ts';
import { prepare } from './prepare.ts';

/** Whether a part of a question is rare, so that it can lead (L9, decisions 0251 and 0310). */

/** A part counts as rare up to this share of what may be looked at. */
const RARE_SHARE = 8;
/**
 * PostgreSQL counts in a sample: so many places, evenly spread over all lines, and so many lines at each. What stands in a row, as
 * numbers of orders do, is rare though it fills one place.
 */
const SPOTS = 512;
const SPOT_LINES = 4;
/** Where in its share a place lies: no two alike, so that what comes back at equal distances is neither always met nor never. */
const STRIDE = 6_180;
const STRIDES = 10_007;

interface Params {
  /** JSON arrays of what is to be counted. */
  sqlite: string;
  postgres: string;
  before: number;
  most: number;
}

const rare = prepare<Params>()(
  (db, p, dialect) => ({
    compile: () =>
      (dialect === 'sqlite'
        ? // The index counts as it walks: as far as the limit, and no further than the first that is rare.
          sql<{ at: number }>`select key as at from json_each(${p.sqlite}) as part where (select count(*) from (
            select 1 from find_words where find_words match part.value and rowid < ${p.before}
            order by rowid desc limit ${p.most} + 1)) <= ${p.most} limit 1`
        : // Its index cannot: to count the beginning of many words it gathers all of their lines first. Of all lines and not of
          // those that are left, for that is what it would gather.
          sql<{ at: number }>`with part as materialized (
              select ordinality - 1 as at, word::tsquery as word
              from json_array_elements_text(${p.postgres}::json) with ordinality as part(word, ordinality)
            ), spread as materialized (
              select step, least(${sql.lit(SPOT_LINES)}, step) as width
              from (select coalesce(max(no), 0) / ${sql.lit(SPOTS)} + 1 as step from find_line) as evenly
            ), sample as materialized (
              select line.words from spread cross join generate_series(0, ${sql.lit(SPOTS - 1)}) as spot
              cross join lateral (select spot * step + (spot * ${sql.lit(STRIDE)} % ${sql.lit(STRIDES)}) * (step - width)
                / ${sql.lit(STRIDES)} as first) as place
              cross join lateral (select words from find_line where no >= place.first and no < place.first + width
                order by no limit ${sql.lit(SPOT_LINES)}) as line
            )
            select at::int from part cross join spread left join sample on sample.words @@ part.word
            group by at, step, width
            having count(sample.words) <= greatest(${p.most}::bigint * width / step, ${sql.lit(SPOT_LINES)})`
      ).compile(db),
  }),
  'anew',
);

/**
 * Where one part of the question stands in so few lines that all of them can be looked at: what PostgreSQL's index is asked for
 * then. Parts that are not rare stay out of it, for the index would gather or walk their lines; the look weighs them.
 */
export function* rareLead(input: FindLines, before: number): Operation<string | undefined> {
  const parts = partsOf(input);
  const found = yield* rows(rare, {
    sqlite: JSON.stringify(parts.map(({ sqlite }) => sqlite)),
    postgres: JSON.stringify(parts.map(({ postgres }) => postgres)),
    ...{ before, most: Math.floor(input.lookedMax / RARE_SHARE) },
  });
  if (found.length === 0) return undefined;
  const isRare = new Set(found.map(({ at }) => at));
  return leadOf(parts.filter((_, at) => isRare.has(at)));
}
