import type { Operation } from './queries/operation.ts';

/** What a dialect brings: how operations run, and the few things that are its own. */
export interface Engine {
  /** One statement, or several that need not agree with each other. Sees committed rows only. */
  read<In, Out>(operation: (input: In) => Operation<Out>, input: In): Promise<Out>;
  /** Several statements that see the same moment. */
  snapshot<In, Out>(operation: (input: In) => Operation<Out>, input: In): Promise<Out>;
  /** One transaction; durable when it resolves. May be run more than once: keep effects out of it. */
  write<In, Out>(operation: (input: In) => Operation<Out>, input: In): Promise<Out>;
  /** One at a time, over all nodes, as well as that can be had; never the reason for a failure. */
  inTurn<T>(job: () => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  backup(file: string): Promise<void>;
  /** What was deleted is in no file of the database any more, as far as the database keeps such files; false: somebody reads, ask again. */
  forgetDeleted(): Promise<boolean>;
  close(): Promise<void>;
}
