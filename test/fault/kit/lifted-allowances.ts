import type { Allowances } from '../../../server/gateway/allowances.ts';

/** Stands in for server/gateway/allowances.ts in the fault suite's build: twenty senders are a crowd here. */
const plenty = { burst: 1_000_000, perSecond: 1_000_000 };

export const DEFAULT_ALLOWANCES: Allowances = {
  visitorSend: plenty,
  agentSend: plenty,
  visitorSignal: plenty,
  agentSignal: plenty,
  connect: plenty,
};
