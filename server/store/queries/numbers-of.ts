import { type RawBuilder, sql } from 'kysely';
import type { DialectName } from './dialect.ts';

/** A list of numbers as one JSON text, so that the statement stays the same. */
export function numbersOf(json: string, dialect: DialectName): RawBuilder<number> {
  return dialect === 'sqlite'
    ? sql<number>`(select value from json_each(${json}))`
    : sql<number>`(select json_array_elements_text(${json}::json)::bigint)`;
}
