import type { CompiledQuery, Kysely } from 'kysely';
import { builders, type DialectName } from './dialect.ts';
import type { Tables } from './tables.ts';

export type Value = string | number | null | Uint8Array;

/** A statement that is written once, compiled once for each dialect, and bound by position at each call. */
export interface Query<Params extends object, Row> {
  /** Kept by both engines: the same object each time, so that it can be the key of their caches. */
  compiled(dialect: DialectName): Statement;
  /** Never set: they carry the types. */
  readonly params?: Params;
  readonly row?: Row;
}

export interface Statement {
  /** Unique in the process; PostgreSQL keeps its plan under this name. Without one it plans anew for the values that are asked about. */
  name?: string;
  sql: string;
  bind(params: object): Value[];
}

/** Stands in the built query where a call's value will stand. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

type Build<Params, Row> = (
  db: Kysely<Tables>,
  params: Params,
  dialect: DialectName,
) => { compile(): CompiledQuery<Row> };

const byName = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
let made = 0;

/**
 * `prepare<{ id: string }>()((db, p) => db.selectFrom('site').selectAll().where('id', '=', p.id))`.
 * The first pair of brackets is there because TypeScript infers all type arguments or none.
 */
export function prepare<Params extends object>() {
  return <Row>(build: Build<Params, Row>, plan: 'kept' | 'anew' = 'kept'): Query<Params, Row> => {
    const cache: Partial<Record<DialectName, Statement>> = {};
    made += 1;
    const name = plan === 'kept' ? `q${made}` : undefined;
    return {
      compiled(dialect) {
        cache[dialect] ??= compile(name, build(builders[dialect], byName as Params, dialect).compile());
        return cache[dialect];
      },
    };
  };
}

function compile(name: string | undefined, query: CompiledQuery<unknown>): Statement {
  const order = query.parameters as readonly (Placeholder | Value)[];
  return {
    ...(name ? { name } : {}),
    sql: query.sql,
    bind(params) {
      const values: Value[] = new Array(order.length);
      for (let at = 0; at < order.length; at += 1) {
        const part = order[at] as Placeholder | Value;
        values[at] = part instanceof Placeholder ? ((params as Record<string, Value>)[part.name] as Value) : part;
      }
      return values;
    },
  };
}
