import { type RawBuilder, sql } from 'kysely';
import type { DialectName } from './dialect.ts';

/** `where('id', 'in', listOf(p.ids, dialect))` with the list given as one JSON text, so that the statement stays the same. */
export function listOf(json: string, dialect: DialectName): RawBuilder<string> {
  return dialect === 'sqlite'
    ? sql<string>`(select value from json_each(${json}))`
    : sql<string>`(select json_array_elements_text(${json}::json))`;
}

/** The same for numbers. */
export function numbersOf(json: string, dialect: DialectName): RawBuilder<number> {
  return dialect === 'sqlite'
    ? sql<number>`(select value from json_each(${json}))`
    : sql<number>`(select json_array_elements_text(${json}::json)::bigint)`;
}
