import type { StaffingSettings, StaffNeed } from '../../../protocol/wire/business.ts';
import { shareInTarget } from './erlang.ts';

export interface Load {
  perHour: number;
  /** The upper end of the same hour's interval. */
  perHourHigh: number;
  handlingMs: number;
  targetMs: number;
}

const HOUR_MS = 3_600_000;
/** Beyond this a plan is a mistake. */
const AGENTS_MAX = 10_000;

/**
 * The fewest agents with whom Erlang C puts the share of waits into the target, and with whom nobody is busier than the owner
 * allows. An agent who has several conversations at once counts as as many servers. Somebody is there while it is open.
 */
export function readStaffNeed(load: Load, staffing: StaffingSettings): StaffNeed {
  const agents = agentsFor(load.perHour, load, staffing);
  const offered = (load.perHour * load.handlingMs) / HOUR_MS;
  const slots = agents * staffing.chatsAtOnce;
  return {
    agents,
    planned: Math.ceil(agents / (1 - staffing.shrinkage)),
    agentsHigh: Math.max(agents, agentsFor(load.perHourHigh, load, staffing)),
    share: shareInTarget(slots, offered, load.targetMs, load.handlingMs),
    occupancy: Math.min(1, offered / slots),
  };
}

function agentsFor(perHour: number, { handlingMs, targetMs }: Load, staffing: StaffingSettings): number {
  const { chatsAtOnce, occupancyMax, targetShare } = staffing;
  const offered = (perHour * handlingMs) / HOUR_MS;
  // A hair above a whole number is that number: 0.85 of 20 is not more than 17.
  let agents = Math.max(1, Math.ceil(offered / occupancyMax / chatsAtOnce - 1e-9));
  while (agents < AGENTS_MAX && shareInTarget(agents * chatsAtOnce, offered, targetMs, handlingMs) < targetShare) {
    agents += 1;
  }
  return agents;
}
