import type { AgentSkills } from '../../../protocol/wire/departments.ts';
import type { SkillNeed } from '../../../protocol/wire/routing.ts';

/** An available, present agent. `load` is the room taken now, by hand above the capacity included. Instants in ms. */
export interface Candidate {
  id: string;
  name: string;
  capacity: number;
  load: number;
  /** When this agent last got or lost a conversation, or became available. */
  idleSince: number;
  /** When routing last gave or offered something; 0: never. */
  givenAt?: number;
  /** Departments, skills, languages and sites; without any she serves everybody who needs nothing in particular. */
  profile?: AgentSkills;
  /** Room taken by department, where a membership limits it. */
  departmentLoads?: Readonly<Record<string, number>>;
}

/** What a conversation needs. Empty: anybody may answer. */
export interface Needs {
  siteId?: string | null;
  departmentId?: string | null;
  /** In the order in which they matter. */
  skills?: readonly SkillNeed[];
  language?: { tag: string; required: boolean } | null;
}

export interface Waiting {
  conversationId: string;
  version: number;
  /** The place in the queue; a re-queue keeps it. */
  queuedAt: number;
  /** When it last entered the queue. */
  enteredAt?: number;
  /** Steps, from the rules. */
  priority?: number;
  /** How much room it takes. */
  weight?: number;
  needs?: Needs;
  /** Whom the visitor knows. */
  knownAgentId?: string | null;
  /** The same talk goes on: its agent comes first, whatever the plan says (C16). */
  reopened?: boolean;
  /** Who missed it in this episode. */
  missed?: readonly string[];
}
