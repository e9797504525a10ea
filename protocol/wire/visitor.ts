/** What a page says of its visitor (W18): labels for agents, never an identity (P22). */

export type Attributes = Record<string, string | number | boolean | null>;

/** Named fields replace what was said before; attributes do so one by one, and `null` takes one away. */
export interface VisitorDescription {
  name?: string | undefined;
  email?: string | undefined;
  /** A language tag. */
  locale?: string | undefined;
  /** A department's id or name; null: none. */
  department?: string | null | undefined;
  attributes?: Attributes | undefined;
  tags?: string[] | undefined;
}

export interface TrackedEvent {
  event: string;
  properties: Attributes;
  at: number;
}

/** What the site's server has signed (docs/identity.md). */
export interface VerifiedIdentity {
  /** How the site names this person: `sub`. */
  subject: string;
  name: string | null;
  email: string | null;
  at: number;
}

/** All of it, as agents see it. */
export interface VisitorProfile {
  name: string | null;
  email: string | null;
  locale: string | null;
  department: string | null;
  attributes: Attributes;
  tags: string[];
  /** The last EVENTS_KEPT_MAX, the latest first. */
  events: TrackedEvent[];
  /** Checked, unlike the rest; null: nobody has signed anything. */
  verified?: VerifiedIdentity | null | undefined;
}

export const NOTHING_SAID: VisitorProfile = {
  name: null,
  email: null,
  locale: null,
  department: null,
  attributes: {},
  tags: [],
  events: [],
};
