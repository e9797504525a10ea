/** What the orchestra, the relays and the load agree on. */
export interface Stage {
  port: number;
  /** Headers of a visitor's and of an agent's upgrade. */
  visitorHeaders: Record<string, string>;
  agentHeaders: Record<string, string>[];
  /** Said in the handshake; the bare relay is also told the agent's number. */
  visitorHello: Record<string, unknown>;
  agentHello: Record<string, unknown>;
  /** `bare` has no conversations: the load makes up their ids. */
  kind: 'bare' | 'deskbell';
  visitors: number;
  agents: number;
}

export interface LoadResult {
  /** Messages that were acknowledged to their sender and had reached their agent. */
  perSecond: number;
  /** From the moment it was due until the agent had it, ms. */
  p50Ms: number;
  p99Ms: number;
  /** From the moment it was due until the sender had the ack, ms. */
  ackP50Ms: number;
  ackP99Ms: number;
  refused: number;
  delivered: number;
}

/** `flood`: each sender keeps a few messages under way. `paced`: this many a second from all, whatever happens. */
export type LoadOrder = { ms: number } & ({ kind: 'flood' } | { kind: 'paced'; perSecond: number });

/** The length of the texts, in characters and bytes. */
export const TEXT_BYTES = 200;
export const UNDER_WAY_EACH = 4;
export const SITE = 'bench';

/** Paths of two pages that differ in nothing but the tag. */
export const EMPTY_PAGES = {
  '/demo/empty.html': '',
  '/demo/empty-with-tag.html': '<script async src="/deskbell.js" data-site="demo"></script>',
};
