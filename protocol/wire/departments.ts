import type { AgentProfile } from './model.ts';
import type { Given, RoutingSettings, SkillLevel } from './routing.ts';

/** A part of the team with a queue of its own: "Sales", "Returns". */
export interface Department {
  id: string;
  /** The site it belongs to; null: all sites. */
  siteId: string | null;
  name: string;
  /** What differs here from the routing plan. */
  routing: Given<RoutingSettings>;
}

/** How a department stands at this moment, for one conversation: its hours, or those of the conversation's site. */
export interface DepartmentNow {
  id: string;
  open: boolean;
  /** Closed: when it opens; null: nobody knows. */
  opensAt: number | null;
  /** How many of its own are there and available. */
  there: number;
}

export interface Membership {
  departmentId: string;
  /** At most so much of the agent's room for this department; null: all of it. */
  capacity: number | null;
}

/** What routing knows of an agent. Empty lists: all sites, no department of one's own, any language. */
export interface AgentSkills {
  siteIds: string[];
  departments: Membership[];
  skills: SkillLevel[];
  /** Tags such as `pt` or `pt-BR`. */
  languages: string[];
}

/** An agent as owners and admins set her up. */
export type StaffMember = AgentProfile & AgentSkills;
