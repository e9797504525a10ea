import type { Context } from './context.ts';

export interface Heads {
  epoch: string;
  /** Last `seq` of each of the asked conversations that exists. */
  heads: Record<string, number>;
  /** Position of the agents' feed. */
  change: number;
}

/** What is stored, for the heartbeat of all connections together: one question, not one for each (P4). */
export async function readHeads(context: Context, conversationIds: string[]): Promise<Heads> {
  return {
    epoch: await context.store.readEpoch(),
    heads: conversationIds.length === 0 ? {} : await context.store.readHeads(conversationIds),
    change: await context.store.readChange(),
  };
}
