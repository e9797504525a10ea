/**
 * What the relay reports about itself, typed. Ids, codes, counts and durations only: never what people wrote,
 * never a token, never an address in full (docs/security.md).
 */
export type ReportEvent =
  | { kind: 'listening'; port: number; host: string }
  | { kind: 'closing' }
  | { kind: 'closed'; ms: number }
  | { kind: 'connected'; who: 'visitor' | 'agent' }
  | { kind: 'disconnected'; who: 'visitor' | 'agent'; reason: string }
  | { kind: 'connection_refused'; why: 'origin' | 'budget' | 'handshake'; code?: string }
  | { kind: 'protocol_violation'; what: 'binary' | 'namespace' | 'open' | 'second_handshake' | 'parse' }
  | { kind: 'slow_reader_cut'; bytes: number }
  | { kind: 'overload_began'; loopMs: number; sendMs: number }
  | { kind: 'overload_ended'; ms: number; refused: number }
  | { kind: 'command_refused'; command: string; code: string }
  | { kind: 'command_failed'; command: string; requestId: string; error: unknown }
  | { kind: 'command_hung'; command: string; requestId: string }
  | { kind: 'request_failed'; route: string; requestId: string; error: unknown }
  | { kind: 'background_failed'; task: string; error: unknown }
  | { kind: 'uncaught'; error: unknown }
  | { kind: 'signed_in'; agentId: string }
  | { kind: 'sign_in_refused'; code: string }
  | { kind: 'signed_out'; agentId: string }
  | { kind: 'owner_set_up' }
  | { kind: 'person_changed'; what: string; agentId: string }
  | { kind: 'visitor_erased'; visitorId: string }
  | { kind: 'role_changed'; what: string; roleId: string; agentId: string }
  | { kind: 'kept_to_rule'; siteId: string; conversations: number; people: number; orders: number; customers: number }
  | { kind: 'push_tried'; pushId: string; result: string; tries: number; reason?: string | undefined }
  | { kind: 'mail_tried'; mail: string; mailId: string; state: string; tries: number };

export type ReportKind = ReportEvent['kind'];
export type Report = (event: ReportEvent) => void;
