import type { AgentCard, ConversationStatus, Outcome } from './model.ts';
import type { VisitorProfile } from './visitor.ts';

/** Who somebody is, as the team sees her (docs/people.md, J rules). */
export interface Person {
  id: string;
  siteId: string;
  siteKey: string;
  label: string;
  /** As typed, never checked. */
  email: string | null;
  firstSeenAt: number;
  seenAt: number;
  /** What her page says, and apart from it what the site has signed (I8). */
  said: VisitorProfile;
  /** The team's own, beside those of the page. */
  tags: string[];
  /** What reports split by: tags of the page, new or returning, and the kind of customer that the site's server named. */
  segments: string[];
  notes: PersonNote[];
  visit: Visit | null;
  /** The last one that her page told; null: none, or it was ordered since. */
  cart: { value: number; currency: string | null; at: number } | null;
  /** The last PERSON_ORDERS_SHOWN_MAX, and how many there are in all (J6). */
  orders: PersonOrder[];
  ordersCount: number;
  ratings: PersonRating[];
  conversations: PersonConversation[];
  block: Block | null;
  /** Other profiles that were joined to this one (J8), the latest first. */
  joined: Merge[];
  /** This profile was joined to another one: everything above is that one's. */
  joinedTo: string | null;
}

/** Kept across conversations; no visitor is ever told of it (J3). */
export interface PersonNote {
  id: string;
  by: AgentCard;
  body: string;
  at: number;
  editedAt: number | null;
}

/** How she came, as her browser said when she wrote (J4). */
export interface Visit {
  browser: string | null;
  system: string | null;
  device: 'desktop' | 'phone' | 'tablet' | null;
  language: string | null;
  /** An IANA zone, such as Europe/Berlin. */
  zone: string | null;
  referrer: string | null;
  /** The pages of this visit, the latest last; empty where the owner keeps none (J5). */
  pages: SeenPage[];
  at: number;
}

export interface SeenPage {
  url: string;
  title: string;
  at: number;
  /** How long it was in sight. */
  ms: number;
}

/** What a page says of the visit (J5). */
export interface TrailIn {
  zone?: string | undefined;
  referrer?: string | undefined;
  pages: SeenPage[];
}

export interface PersonOrder {
  id: string;
  at: number;
  /** In the currency's smallest unit. */
  minor: number;
  currency: string;
  cancelled: boolean;
  /** Said by the site's server, not by a page alone (G4). */
  checked: boolean;
}

export interface PersonRating {
  conversationId: string;
  at: number;
  score: number;
  comment: string | null;
}

export interface PersonConversation {
  id: string;
  status: ConversationStatus;
  openedAt: number;
  outcome: Outcome | null;
  lastText: string;
}

/** J9 */
export interface Block {
  id: string;
  siteId: string;
  /** Null: only the address is left, or the visitor was erased. */
  visitorId: string | null;
  label: string | null;
  /** Also her address range, which is kept as a hash. */
  address: boolean;
  reason: string;
  by: AgentCard;
  at: number;
  /** Null: until somebody ends it. */
  until: number | null;
}

/** J8 */
export interface Merge {
  id: string;
  fromId: string;
  fromLabel: string;
  by: AgentCard;
  at: number;
}

export interface MergeSide {
  id: string;
  name: string;
  /** J19: the name is a label. Absent: the site signed it. */
  made?: true | undefined;
  verified: boolean;
}

/** What a merge would do, before it is done. */
export interface MergePlan {
  stays: MergeSide;
  joins: MergeSide;
  conversations: number;
  notes: number;
  tags: number;
  orders: number;
}

/** Of a site: what may be told before a visitor acts, and of the pages she sees. Both are off until the owner turns them on. */
export interface VisitorSettings {
  /** J10: who is on the site now is told to the team. */
  presence: boolean;
  /** J5: the pages of a visit go with a conversation. Never where `proactive.privacy` is strict. */
  trail: boolean;
  /** J17: whoever serves sees what the visitor writes before it is sent; absent: no. */
  preview?: boolean | undefined;
  /** J18: a browser works a little before it may begin a conversation; absent: no. */
  asksWork?: boolean | undefined;
}

export const VISITOR_SETTINGS_DEFAULT: VisitorSettings = { presence: false, trail: false };

/** Somebody on a page of the site now (J10). Held in memory only. */
export interface PresentVisitor {
  key: string;
  siteId: string;
  siteName: string;
  url: string;
  title: string;
  /** On this page, and here at all. */
  pageSince: number;
  since: number;
  language: string | null;
  returning: boolean;
  cart: number | null;
  /** As her page named it; left out: it did not. */
  currency?: string | undefined;
  /** She has a conversation: this one. */
  conversationId: string | null;
  invite: Invite | null;
}

export interface Invite {
  id: string;
  by: AgentCard;
  text: string;
  at: number;
  /** `sent`: her page has not shown it yet. */
  state: 'sent' | 'seen' | 'dismissed' | 'accepted';
}

export interface PresentList {
  at: number;
  visitors: PresentVisitor[];
  /** There are more than the list holds. */
  more: number;
  /** No site has it turned on. */
  off: boolean;
}

/** What a page says of itself (POST /api/v1/visitor/presence). */
export interface PresenceIn {
  site: string;
  key: string;
  url: string;
  title: string;
  language?: string | undefined;
  returning?: boolean | undefined;
  cart?: number | null | undefined;
  currency?: string | undefined;
  /** What became of an invite. */
  invite?: { id: string; state: 'seen' | 'dismissed' | 'accepted' } | undefined;
}

/** `off`: ask no more. */
export interface PresenceOut {
  off?: true | undefined;
  invite?: { id: string; text: string } | undefined;
}
