/** What a client does after an error: nothing, try again later, load the page again, or ask the person to sign in. */
export type Remedy = 'never' | 'later' | 'reload' | 'sign_in';

/** Where there is something to do; with all others, also those that this build does not know, it is `never` (P3). */
const REMEDIES = {
  rate_limited: 'later',
  unavailable: 'later',
  internal: 'later',
  slow: 'later',
  version_too_old: 'reload',
  unauthorized: 'sign_in',
} as const satisfies Record<string, Remedy>;

/** The closed list. The code says what happened, the remedy what to do; sentences for people live in the UI's strings. No browser carries it. */
export const ERRORS = {
  invalid_payload: 'never',
  unknown_command: 'never',
  not_found: 'never',
  forbidden: 'never',
  origin_not_allowed: 'never',
  site_unknown: 'never',
  conversation_closed: 'never',
  cid_conflict: 'never',
  reassigned: 'never',
  rating_closed: 'never',
  password_weak: 'never',
  email_taken: 'never',
  setup_done: 'never',
  queue_full: 'never',
  form_required: 'never',
  too_large: 'never',
  encoding_refused: 'never',
  ...REMEDIES,
} as const satisfies Record<string, Remedy>;

/** What only agents get, all of it `never`. A type alone: no visitor's browser carries the words. */
export type TeamErrorCode = 'agent_absent' | 'ask_open' | 'ask_over' | 'changed_meanwhile';
/** What only uploads get, all of it `never`; the words come with the part that uploads. */
export type FileErrorCode = 'file_refused' | 'files_off' | 'file_quota';
/** Of a signed identity (docs/identity.md), all of it `never`: the page is told, its visitor never is. */
export type IdentityErrorCode = 'identity_invalid' | 'identity_expired' | 'identity_ended' | 'identity_off';
/** The team does not want to hear from this visitor (J9): `never`; the words come with the part for failures. */
export type BlockErrorCode = 'blocked';
/** The browser has to work a little first (J18), `never` as it stands: `work` says what; with the answer it goes through. */
export type WorkErrorCode = 'work_required';
/** Of mails, all of it `never`: none are sent here, or nobody has answered yet (E7, E6). */
export type MailErrorCode = 'mail_off' | 'unanswered';
/** Of what is done with messages, all of it `never`: too late to change it (C18), or a colleague was faster (C20). */
export type ThreadErrorCode = 'edit_closed' | 'answered_meanwhile';
export type ErrorCode =
  | keyof typeof ERRORS
  | ThreadErrorCode
  | TeamErrorCode
  | FileErrorCode
  | IdentityErrorCode
  | MailErrorCode
  | BlockErrorCode
  | WorkErrorCode;

/** A refusal. `hint` is a plain English sentence for developers; people read the UI's own words. */
export interface Refusal {
  ok: false;
  error: ErrorCode;
  hint?: string | undefined;
  /** Which field was wrong, as a path: `body`, `resume.0.afterSeq`. */
  field?: string | undefined;
  /** With remedy `later`: wait at least this long, ms. */
  retryAfterMs?: number | undefined;
  /** With `changed_meanwhile`: the name of who saved it, where the relay knows (Z13). */
  by?: string | undefined;
  /** With `work_required`: what is to be found (J18). */
  work?: Work | undefined;
}

/** A number such that the SHA-256 of `of`, a colon and the number in decimal begins with so many zero bits. */
export interface Work {
  of: string;
  bits: number;
}

export interface Success<T> {
  ok: true;
  value: T;
}

/** The one acknowledgement shape of every command, over the socket and over HTTP. */
export type Answer<T> = Success<T> | Refusal;

export function success<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function refusal(error: ErrorCode, more: Omit<Refusal, 'ok' | 'error'> = {}): Refusal {
  return { ok: false, error, ...more };
}

export function remedyOf(error: ErrorCode): Remedy {
  return (REMEDIES as Partial<Record<ErrorCode, Remedy>>)[error] ?? 'never';
}
