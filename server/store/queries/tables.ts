import type { Generated } from 'kysely';
import type { FindKind } from '../../../protocol/wire/find.ts';
import type {
  Ask,
  Availability,
  ConversationStatus,
  Entry,
  Outcome,
  Party,
  Role,
} from '../../../protocol/wire/model.ts';
import type { TeamEntry } from '../../../protocol/wire/team.ts';
import type { ContactPackTable, FactPackTable, OpeningTable } from './fact-tables.ts';
import type { AnonymousAnswerTable, FollowUpTable, QuestionWordsTable } from './feedback-tables.ts';
import type { SettingTable, SideTables } from './side-tables.ts';
import type { SavedViewTable } from './view-tables.ts';

/**
 * What is stored, as columns; migrations/ makes it. Instants and lengths are ms. `*_no` is a row's own small
 * number: it never leaves the store, and keeps the indexes of the hot tables narrow.
 */
export interface Tables extends SideTables {
  installation: {
    /** Always 1: there is one row. */
    one: number;
    epoch: string;
    /** Last number given out in the feed of changes (S5). */
    change: number;
    /** 1 in a backup: the next start takes a new epoch. */
    fresh_epoch: number;
    set_up_hash: string | null;
    /** JSON list of the owner's; null: the usual ones. */
    away_reasons: string | null;
    /** Null: the usual time; 0: never. */
    idle_away_ms: number | null;
    /** Null: the usual time; 0: a message cannot be called back. */
    undo_ms: number | null;
    /** What all files take in the vault. */
    file_bytes: number;
  };
  visitor: {
    id: string;
    site_id: string;
    token_hash: string;
    label: string;
    email: string | null;
    made_at: number;
    seen_at: number;
    /** Since when `token_hash` is the one in use. */
    token_at: number;
    /** Of a browser: the person for whom it acts, and the signed token that said so (I3). */
    acts_as: string | null;
    identity_hash: string | null;
    identity_until: number | null;
    /** Somebody of the team joined this profile to another one (J8). */
    joined_to: Generated<string | null>;
  };
  visitor_identity: {
    visitor_id: string;
    site_id: string;
    subject: string;
    name: string | null;
    email: string | null;
    verified_at: number;
  };
  identity_secret: { id: string; site_id: string; made_at: number };
  ended_identity: { hash: string; until: number };
  /** Tokens beside the one in use: offered and not yet used, or exchanged. */
  visitor_token: { hash: string; visitor_id: string; state: 'next' | 'retired'; at: number };
  /** Files of messages; `card` is the JSON of what readers are told. */
  file: {
    id: string;
    conversation_no: number;
    seq: number;
    visitor_id: string;
    site_id: string;
    at: number;
    bytes: number;
    hash: string;
    vault_name: string;
    card: string;
  };
  /** What was said before a conversation, as JSON; never changed. */
  intake: { conversation_no: number; document: string };
  agent: {
    id: string;
    email: string;
    name: string;
    role: Role;
    password_hash: string;
    availability: Availability;
    capacity: number;
    load: number;
    idle_since: number;
    lease_until: number;
    made_at: number;
    /** JSON lists. */
    skills: string;
    languages: string;
    site_ids: string;
    /** Room taken by hand above the capacity; `load` stays within it. */
    extra: number;
    /** Conversations missed in a row. */
    misses: number;
    /** When routing last gave or offered it something. */
    given_at: number;
    away_reason: string | null;
    /** One of the owners' own roles; null: the role of its kind. */
    role_id: Generated<string | null>;
  };
  /** How visitors see an agent; `picture` in base 64. */
  agent_face: {
    agent_id: string;
    title: string;
    picture_id: string | null;
    picture_type: string | null;
    picture: string | null;
    changed_at: number;
  };
  agent_department: { agent_id: string; department_id: string; capacity: number | null };
  department: {
    id: string;
    site_id: string | null;
    name: string;
    /** JSON: what differs from the plan. */
    routing: string;
    made_at: number;
    removed_at: number | null;
  };
  saved_view: SavedViewTable;
  /** One row, or none while owners have set nothing. `version` rises with every change of the team, too. */
  routing_plan: { one: number; plan: string; version: number };
  /** What owners set for a site or a department, as JSON, and the hours that were in force from an instant on. */
  setting: SettingTable;
  calendar: { owner_kind: 'site' | 'department'; owner_id: string; valid_from: number; document: string | null };
  /** The first range of waiting that a visitor was told in an episode (M17). */
  promise: {
    conversation_no: number;
    episode: number;
    at: number;
    position: number;
    low_ms: number;
    high_ms: number;
    samples: number;
    /** As its episode and its conversation have them; null, where a release before made it and they are gone. */
    opened_at: number | null;
    site_id: string | null;
  };
  /** Room that is held after a conversation (C15). */
  wrap_up: { conversation_no: number; agent_id: string; room: number; until: number };
  agent_session: { id: string; agent_id: string; made_at: number; seen_at: number };
  failure: { key: string; count: number; window_ends_at: number };
  conversation: ConversationTable;
  entry: EntryTable;
  episode: EpisodeTable;
  wait: WaitTable;
  assignment: {
    conversation_no: number;
    number: number;
    agent_id: string;
    reason: string;
    at: number;
    ended_at: number | null;
    end_reason: 'closed' | 'requeued' | 'transferred' | 'taken_over' | null;
  };
  team_entry: TeamEntryTable;
  /** What can be found (docs/find.md), newest last: made from the rest. Its words stand in the database's own index of words. */
  find_line: { no: number; conversation_no: number; kind: FindKind; place: number; at: number };
  /** How far a conversation was taken up, and its visitor as she was then. */
  find_place: { conversation_no: number; seq: number; number: number; person: string | null; person_no: number | null };
  /** So many lines in a row, and the first and the last instant among them. */
  find_block: { no: number; from_at: number; to_at: number };
  /**
   * One row: up to which number in the feed of changes, and by which folding all lines are cut. Where that is not ours: to which one
   * the lines up to `refolded` are brought.
   */
  find_state: { one: number; change: number; folding: number; refolding: number; refolded: number };
  /** How an episode began. */
  opening: OpeningTable;
  fact_pack: FactPackTable;
  contact_pack: ContactPackTable;
  fact_state: { one: number; change: number; rebuilt: number };
  mail: MailTable;
  /** Who wants no mail of a site: SHA-256 of the mailbox. */
  mail_stop: { site_id: string; mailbox_hash: string; at: number };
  /** One row. */
  report_plan: { one: number; document: string | null; changed_at: number; version: number };
  follow_up: FollowUpTable;
  anonymous_answer: AnonymousAnswerTable;
  question_words: QuestionWordsTable;
}

/** The outbox (docs/mail.md). */
export interface MailTable {
  id: string;
  cause: string;
  kind: string;
  site_id: string | null;
  visitor_id: string | null;
  conversation_no: number | null;
  address: string;
  mailbox: string;
  document: string;
  made_at: number;
  /** `held`: until its conversation ends. `dropped`: it was not needed any more. */
  state: 'held' | 'waiting' | 'sent' | 'dead' | 'dropped';
  due_at: number;
  tries: number;
  lease_until: number;
  reason: string | null;
  ended_at: number | null;
}

export interface ConversationTable {
  no: number;
  id: string;
  site_id: string;
  visitor_id: string;
  status: ConversationStatus;
  version: number;
  agent_id: string | null;
  assignment: number;
  episode: number;
  head: number;
  change: number;
  opened_at: number;
  /** The place in the queue; a re-queue keeps it. */
  queued_at: number;
  /** When it last entered the queue, for the time spent there (M4). */
  entered_at: number;
  closed_at: number | null;
  /** The running wait (M1): since when, since which entry, and how much of it passed in the queue before now. */
  wait_started_at: number | null;
  wait_started_seq: number | null;
  wait_queue_ms: number;
  first_response_ms: number | null;
  last_text: string;
  last_author: Party;
  last_at: number;
  unread: number;
  score: number | null;
  visitor_delivered: number;
  visitor_read: number;
  agent_delivered: number;
  agent_read: number;
  /** As the visitor had left it when this conversation changed last: a line moves only with its change (S5). */
  email: string | null;
  page_url: string | null;
  page_title: string | null;
  department_id: string | null;
  language: string | null;
  priority: number;
  /** JSON of `Needs`, or nothing. */
  needs: string | null;
  known_agent_id: string | null;
  /** JSON list of agents who missed it in this episode. */
  missed: string | null;
  /** How much of its agent's room it takes now: 0 while it waits, and while it is inactive. */
  room: number;
  assigned_at: number | null;
  /** By then its agent answers, or misses it. */
  answer_by: number | null;
  /** The agent it rings at; it waits meanwhile, and holds that agent's room. */
  offer_agent_id: string | null;
  offer_until: number | null;
  offer_reason: string | null;
  /** 1: came while it was closed, or was kept at closing time; routing leaves it alone until it opens (H7). */
  held: number;
  /** Staged words that were said in this queue (Q4). */
  stage: number;
  /** When the visitor was warned last that the conversation ends by itself (C13). */
  warned_at: number | null;
  /** JSON list of agents' ids: who writes beside the serving agent (T6). In the row, so that a message needs no second look. */
  participants: string;
  ask_kind: Ask['kind'] | null;
  ask_to: string | null;
  ask_by: string | null;
  ask_until: number | null;
  team_head: number;
  /** Up to which entry its visitor was written to by mail, and about which episode she was asked for a rating. */
  mailed_seq: Generated<number>;
  asked_episode: Generated<number>;
  /** JSON list of what the team says it is about, or nothing. */
  tags: Generated<string | null>;
  /** Nothing that anybody wrote stands here any more (J12). */
  erased_at: Generated<number | null>;
}

/** The team's own sequence of a conversation (T10). No query for visitors reads it. */
export interface TeamEntryTable {
  conversation_no: number;
  number: number;
  at: number;
  after_seq: number;
  kind: TeamEntry['kind'];
  /** How it came to be, or ended; or what was asked. */
  how: string | null;
  by_id: string | null;
  to_id: string | null;
  client_id: string | null;
  body: string | null;
  department: string | null;
  /** JSON list of agents' ids whom a note names. */
  mentions: string | null;
}

export interface EntryTable {
  conversation_no: number;
  seq: number;
  at: number;
  kind: Entry['kind'];
  /** Who wrote it, or did it; null for the system. */
  author: Party | null;
  /** Visitor's or agent's id. */
  author_id: string | null;
  /** Messages only. */
  client_id: string | null;
  /** The message, the rating's comment, or the e-mail address. */
  body: string | null;
  episode: number | null;
  /** Why it was queued or ended, or what the visitor was told. */
  reason: string | null;
  score: number | null;
  /** Of what the visitor was told: when it happens. */
  until: number | null;
  /** Of a message that is a file: the JSON of its card. */
  file: string | null;
  /** Of a message: the one it answers; of a revision: its message. */
  refers_seq: number | null;
  /** Of a message whose words are not those of `at` any more. */
  revised_at: number | null;
}

export interface EpisodeTable {
  conversation_no: number;
  number: number;
  opened_at: number;
  /** Time in queue, summed over re-queues; null until the first assignment (M4). */
  queue_ms: number | null;
  first_response_ms: number | null;
  first_agent_id: string | null;
  last_agent_id: string | null;
  closed_at: number | null;
  closed_by: Party | 'system' | null;
  closed_by_agent_id: string | null;
  outcome: Outcome | null;
  score: number | null;
  comment: string | null;
  rated_at: number | null;
  /** JSON list, `yes`, `partly` or `no`, and 1 for a complaint: what goes with the score. */
  reasons: string | null;
  solved: string | null;
  complaint: number;
  /** M14: where the visitor stood when it opened. */
  purchase_stage: string | null;
  effort: number | null;
  recommend: number | null;
  /** 1: rated without a name; nothing of it stands here. */
  anonymous: number;
  /** Of a rating: since when the words were in force that were asked (K10). */
  words_from: number;
  /** Her last connection went then, and was not seen again before the end (M7). */
  gone_at: number | null;
  gone_how: 'lost' | 'left' | null;
}

/** Waits that ended; the one that runs stands in its conversation. */
export interface WaitTable {
  conversation_no: number;
  started_seq: number;
  episode: number;
  /** 1 for the first wait of its episode (M2). */
  first: number;
  started_at: number;
  ended_at: number;
  /** The agent's message, or the entry that closed the episode. */
  ended_seq: number;
  end: 'answered' | 'abandoned';
  ended_by: Party | 'system';
  agent_id: string | null;
  length_ms: number;
  queue_ms: number;
}
