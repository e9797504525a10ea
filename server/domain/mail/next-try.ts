import { MAIL_RETRY_MS_MAX, MAIL_RETRY_MS_MIN, MAIL_TRIES_MAX } from '../../../protocol/wire/limits.ts';

/** What became of one try. */
export type SendResult = { result: 'sent' } | { result: 'later' | 'refused'; reason: string };

export type MailEnd =
  | { state: 'sent' }
  | { state: 'waiting'; dueAt: number; reason: string }
  | { state: 'dead'; reason: string };

/** E2: again after twice as long each time, at most MAIL_TRIES_MAX times. */
export function decideMailEnd(sent: SendResult, tries: number, now: number): MailEnd {
  if (sent.result === 'sent') return { state: 'sent' };
  const { reason } = sent;
  if (sent.result === 'refused' || tries >= MAIL_TRIES_MAX) return { state: 'dead', reason };
  const waitMs = Math.min(MAIL_RETRY_MS_MIN * 2 ** (tries - 1), MAIL_RETRY_MS_MAX);
  return { state: 'waiting', dueAt: now + waitMs, reason };
}
