import type { Clock } from '../../protocol/kit/clock.ts';
import type { Draft, Mention, Planned } from '../../protocol/wire/composer.ts';
import type { Answer, ErrorCode } from '../../protocol/wire/errors.ts';
import type { FollowUp } from '../../protocol/wire/feedback.ts';
import type { Front } from '../../protocol/wire/front.ts';
import type { AgentCard, AgentProfile, Availability, Entry, Marks, Party } from '../../protocol/wire/model.ts';
import type { Question, QuestionNews } from '../../protocol/wire/questions.ts';
import type { QueuePlace, ServiceTold } from '../../protocol/wire/settings.ts';
import type { TeamEntry } from '../../protocol/wire/team.ts';
import type { ZoneOffset } from '../domain/hours/calendar.ts';
import type { Device } from '../domain/people/read-device.ts';
import type { Store } from '../store/store.ts';
import type { BusinessDesk } from './business-question.ts';
import type { FactDesk } from './fact-desk.ts';
import type { MailOut } from './mail/mailer.ts';
import type { OutsideDesk } from './outside/asker.ts';

/** Everything a use case may reach. Built once in app.ts. */
export interface Context {
  store: Store;
  clock: Clock;
  ids: Ids;
  passwords: Passwords;
  zones: Zones;
  identities: Identities;
  /** Left out, nothing goes out by mail: for tests and short commands. */
  mail?: MailOut | undefined;
  /** Left out, reports are worked out in the same thread. */
  facts?: FactDesk | undefined;
  /** Left out, figures of business are, too. */
  business?: BusinessDesk | undefined;
  /** Left out, no service is asked. */
  outside?: OutsideDesk | undefined;
}

/** Signed identities (docs/identity.md). */
export interface Identities {
  /** The site's secret of this number; the same each time. Throws where the installation's own key cannot be had. */
  secretOf(siteId: string, id: string): string;
  /** What a token says that one of these secrets has signed with HS256; otherwise undefined. */
  readClaims(token: string, siteId: string, ids: string[]): Promise<Readonly<Record<string, unknown>> | undefined>;
}

/** Time zones as the runtime knows them. */
export interface Zones {
  offsetOf: ZoneOffset;
  isZone(zone: string): boolean;
}

/** Fresh ids and secrets. Ids sort by the time they were made; secrets carry 256 random bits. */
export interface Ids {
  conversation(): string;
  visitor(): string;
  agent(): string;
  department(): string;
  role(): string;
  reply(): string;
  mail(): string;
  push(): string;
  followUp(): string;
  view(): string;
  site(): string;
  /** The name of a picture in its address: 256 random bits. */
  picture(): string;
  /** A secret with a prefix by which scanners find leaks: `vst_…`, `ses_…`, `set_…`. */
  secret(prefix: 'vst' | 'ses' | 'set'): string;
  /** SHA-256, hex: what the store keeps of a secret. */
  hash(secret: string | Uint8Array): string;
}

export interface Passwords {
  hash(password: string): Promise<string>;
  /** With no hash it does the same work and says no, so that unknown e-mails cannot be told by time. */
  verify(hash: string | undefined, password: string): Promise<boolean>;
  /** The most used ones, in lower case. */
  common(): Promise<ReadonlySet<string>>;
}

/** Who asks. Made by the gateway from a checked token or cookie, never from a payload. */
export interface VisitorSubject {
  kind: 'visitor';
  visitorId: string;
  siteId: string;
  /** Whose token it is, where the visitor is a person whom the site has signed for (I3). */
  browserId?: string;
  /** The block of addresses it writes from, and what it runs in: said by the connection, kept nowhere by itself. */
  address?: string;
  device?: Device;
}

export interface AgentSubject {
  kind: 'agent';
  agent: AgentProfile;
  /** Hash of the session's secret. */
  sessionId: string;
}

/**
 * What others must be told, as data. A use case cannot send; fanout.ts turns these into facts after the commit.
 * `inbox` moves the agents' list; `session` ends connections.
 */
export type Notice =
  | { tell: 'entries'; conversationId: string; visitorId: string; agentId: string | null; entries: Entry[] }
  | { tell: 'marks'; conversationId: string; visitorId: string; agentId: string | null; marks: Marks }
  | {
      tell: 'typing';
      conversationId: string;
      visitorId: string;
      agentId: string | null;
      by: Party;
      typing: boolean;
      agent?: AgentCard;
      text?: string | undefined;
    }
  /** Only to the team: it names no visitor, so that no fan-out can reach one (T10). */
  | { tell: 'team'; conversationId: string; agentId: string | null; entries: TeamEntry[] }
  | { tell: 'described'; conversationId: string; agentId: string | null }
  | { tell: 'inbox'; change: number }
  /** `before`: who had it until now. */
  | { tell: 'followUp'; followUp: FollowUp; why: FollowUpNews; before?: string | null }
  | { tell: 'draft'; agentId: string; draft: Draft }
  | { tell: 'planned'; planned: Planned }
  | { tell: 'mention'; agentId: string; mention: Mention }
  | { tell: 'mentionSeen'; agentId: string; conversationId: string; upToNumber: number }
  /** `agentIds`: who asked, who is asked, and who serves the conversation. */
  | { tell: 'question'; question: Question; why: QuestionNews; agentIds: string[] }
  | { tell: 'agentAvailability'; agentId: string; availability: Availability; awayReason: string | null }
  | { tell: 'idle'; agentId: string; awayAt: number }
  | { tell: 'availability' }
  | { tell: 'service'; siteId: string; service: ServiceTold }
  | { tell: 'front'; siteId: string; front: Front }
  | { tell: 'place'; visitorId: string; place: QueuePlace }
  /** Null: a shared one, which is everybody's. */
  | { tell: 'views'; agentId: string | null }
  /** Null: no service is named there any more (CS10). */
  | { tell: 'services'; siteId: string; version: number | null }
  /** The agent chose otherwise, on some device. */
  | { tell: 'noticesChanged'; agentId: string }
  | { tell: 'wrapUp'; agentId: string; until: number | null }
  | { tell: 'sessionsEnded'; agentId: string; keepSession: string | null; error: ErrorCode }
  /** Somebody may other things than before: who is connected with old rights ends, and comes back with the new ones. */
  | { tell: 'rights' }
  | { tell: 'sessionEnded'; sessionId: string; error: ErrorCode }
  | { tell: 'visitorEnded'; visitorId: string; error: ErrorCode };

export type FollowUpNews = 'made' | 'changed' | 'overdue' | 'done';

/** The result of every use case: load, decide, store, tell. */
export interface Done<T> {
  answer: Answer<T>;
  notices: Notice[];
  /** Someone waits, or room came free: let the routing worker look. */
  wakeRouting?: boolean;
  /** Thrown in the middle of many: what came before it stands and is told, and this is reported. */
  broke?: unknown;
}
