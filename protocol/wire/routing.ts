/** The routing plan: what owners set, once for everybody (docs/routing.md). A department may differ in `RoutingSettings`. */
export interface RoutingPlan extends RoutingSettings {
  /** What one step of priority is worth: it stands so much earlier in the queue (R13). */
  priorityStepMs: number;
  /** How much room a conversation of this channel takes. */
  weights: Record<string, number>;
  /** The first matching ones say what a conversation needs (R14). */
  rules: RoutingRule[];
  /** What owners aim at for visitors of a segment, before what they aim at in the department (M10). */
  segmentTargets: Record<string, number>;
}

export interface RoutingSettings {
  /** Who comes first among those who fit (R15). */
  choice: 'least_share' | 'longest_idle' | 'round_robin';
  /** Given at once, or offered: the agent accepts while it rings (R18). */
  delivery: 'assign' | 'offer';
  offerMs: number;
  /** An agent who has not answered by then misses it (R19); null: nobody is asked to hurry. */
  answerMs: number | null;
  /** After so many misses in a row an agent is set to away; null: never. */
  missesMax: number | null;
  /** So long it is kept for the agent whom the visitor knows, while she is available (R17); null: she has no preference. */
  knownAgentMs: number | null;
  /** What owners aim at: nearly there, it moves up one step (R13); null: no target. */
  targetMs: number | null;
  /** When what is preferred falls away: one preference a step, the last one named first (R16). */
  relaxAfterMs: number[];
  /** Whether the visitor's language counts, and how. */
  language: 'ignore' | 'prefer' | 'require';
  /** Answered, and silent for so long: the conversation frees its room until the visitor writes (R21); null: never. */
  inactiveMs: number | null;
  /** Conversations that the department serves at once; null: as many as its agents can. */
  capacity: number | null;
}

/** A target is at risk when this share of it has passed (R13). */
export const TARGET_AT_RISK_SHARE = 0.75;

/** Only what somebody set. */
export type Given<Settings> = { [Name in keyof Settings]?: Settings[Name] | undefined };

/** A word such as `billing`, and how well: 1 (a little) to 5 (an expert). */
export interface SkillLevel {
  skill: string;
  level: number;
}

export interface SkillNeed extends SkillLevel {
  /** Otherwise it is preferred. */
  required: boolean;
}

/** All conditions that are named must hold; those that match add up, and the first to name a department has the word. */
export interface RoutingRule {
  name: string;
  when: RuleConditions;
  set: RuleEffects;
}

export interface RuleConditions {
  siteId?: string | undefined;
  /** The page's address; `*` stands for any run of characters. */
  page?: string | undefined;
  /** One of these words in the first message, whole and in any case. */
  words?: string[] | undefined;
  /** What the page says about the visitor. */
  attribute?: { name: string; value: string } | undefined;
  language?: string | undefined;
  /** Was here before. */
  returning?: boolean | undefined;
  /** The last rating was this or worse. */
  lastScoreMax?: number | undefined;
}

export interface RuleEffects {
  departmentId?: string | undefined;
  skills?: SkillNeed[] | undefined;
  language?: 'ignore' | 'prefer' | 'require' | undefined;
  /** Steps, 0 to ROUTING_PRIORITY_MAX; the highest of those that match counts. */
  priority?: number | undefined;
}

/** An owner who sets nothing: one team, at once, the least share and then the longest idle. */
export const ROUTING_PLAN_DEFAULT: RoutingPlan = {
  choice: 'least_share',
  delivery: 'assign',
  offerMs: 20_000,
  answerMs: null,
  missesMax: 2,
  knownAgentMs: null,
  targetMs: null,
  relaxAfterMs: [30_000],
  language: 'prefer',
  inactiveMs: null,
  capacity: null,
  priorityStepMs: 10 * 60_000,
  weights: { chat: 1 },
  rules: [],
  segmentTargets: {},
};
