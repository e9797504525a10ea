import { AGENT_SIGNALS_BURST_MAX, AGENT_SIGNALS_PER_SECOND_MAX } from '../../protocol/wire/inbox-limits.ts';
import * as limits from '../../protocol/wire/limits.ts';

/** `burst` at once, refilled at `perSecond`. */
export interface Allowance {
  burst: number;
  perSecond: number;
}

/** What each sender may do. Benches hand createApp larger ones. */
export interface Allowances {
  visitorSend: Allowance;
  agentSend: Allowance;
  visitorSignal: Allowance;
  agentSignal: Allowance;
  connect: Allowance;
}

export const DEFAULT_ALLOWANCES: Allowances = {
  visitorSend: { burst: limits.VISITOR_SENDS_BURST_MAX, perSecond: limits.VISITOR_SENDS_PER_SECOND_MAX },
  agentSend: { burst: limits.AGENT_SENDS_BURST_MAX, perSecond: limits.AGENT_SENDS_PER_SECOND_MAX },
  visitorSignal: { burst: limits.SIGNALS_BURST_MAX, perSecond: limits.SIGNALS_PER_SECOND_MAX },
  agentSignal: { burst: AGENT_SIGNALS_BURST_MAX, perSecond: AGENT_SIGNALS_PER_SECOND_MAX },
  connect: { burst: limits.CONNECTS_BURST_MAX, perSecond: limits.CONNECTS_PER_SECOND_MAX },
};
