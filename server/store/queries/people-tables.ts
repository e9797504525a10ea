/** What the team knows of people (docs/people.md). */
export interface PeopleTables {
  /** What pages said of her, as JSON. */
  visitor_profile: { visitor_id: string; profile: string; changed_at: number };
  person_note: {
    id: string;
    visitor_id: string;
    by_id: string;
    body: string;
    made_at: number;
    edited_at: number | null;
  };
  person_tag: { visitor_id: string; tag: string; by_id: string; at: number };
  /** How she came, as JSON. */
  visitor_visit: { visitor_id: string; document: string; changed_at: number };
  visitor_block: {
    id: string;
    site_id: string;
    visitor_id: string | null;
    address_hash: string | null;
    reason: string;
    by_id: string;
    at: number;
    until: number | null;
    ended_at: number | null;
    ended_by: string | null;
  };
  /** Whose everything goes, or has gone. */
  erasure: { visitor_id: string; by_id: string; at: number; done_at: number | null };
  /** One row while words of emptied conversations are still to be tidied. */
  emptying: { one: number; at: number };
  visitor_merge: {
    id: string;
    site_id: string;
    from_id: string;
    into_id: string;
    by_id: string;
    at: number;
    document: string;
    undone_at: number | null;
    undone_by: string | null;
  };
}
