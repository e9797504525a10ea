import type { Command, CommandTable } from '../../protocol/wire/events.ts';
import type { Permission } from '../../protocol/wire/permissions.ts';
import type { Context, Done } from '../usecases/context.ts';

/** What dispatch needs of a schema; the schemas themselves are zod's (protocol/wire/schemas.ts). */
export interface Schema<In> {
  safeParse(
    input: unknown,
  ): { success: true; data: In } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
}

/** One command: what it must look like, which budget it takes from, and the use case that it is. */
export interface Row<Subject, In, Out> {
  schema: Schema<In>;
  /** `send` writes text that people read; everything else is a `signal`. */
  bucket: 'send' | 'signal';
  /** T1: the agent's role must have it. What the conversation's state allows is the use case's to decide. */
  may?: Permission;
  run(context: Context, subject: Subject, input: In): Promise<Done<Out>>;
}

export type RowsOf<Subject, Table extends CommandTable> = {
  [Name in keyof Table]: Table[Name] extends Command<infer In, infer Out> ? Row<Subject, In, Out> : never;
};

/** A Map, never a plain object: `__proto__` and `constructor` are no commands (F30). */
export type Rows<Subject> = ReadonlyMap<string, Row<Subject, never, unknown>>;

export function rowsFrom<Subject, Table extends CommandTable>(rows: RowsOf<Subject, Table>): Rows<Subject> {
  return new Map(Object.entries(rows)) as unknown as Rows<Subject>;
}
