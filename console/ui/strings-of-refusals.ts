import type { Refusal } from '../../protocol/wire/errors.ts';
import { duration } from './format.ts';

/** What people read when the relay says no. A part of strings.ts, which hands these on to the screens. */
const SERVER_TROUBLE = 'The relay does not answer. Check the connection and try again.';

function later(refusal: Refusal): string {
  const wait = refusal.retryAfterMs;
  return wait ? `Too many tries. Try again in ${duration(wait)}.` : 'Too many tries. Try again in a few minutes.';
}

export function signInProblem(refusal: Refusal): string {
  if (refusal.error === 'rate_limited') return later(refusal);
  if (refusal.error === 'unauthorized' || refusal.error === 'invalid_payload') {
    return 'E-mail and password do not belong together. Check both and try again.';
  }
  return SERVER_TROUBLE;
}

export function setUpProblem(refusal: Refusal): string {
  if (refusal.error === 'password_weak') return 'This password is easy to guess. Choose another one.';
  if (refusal.error === 'rate_limited') return later(refusal);
  if (refusal.error === 'email_taken') return 'This e-mail has an account already.';
  if (refusal.error === 'invalid_payload') return fieldProblem(refusal.field);
  return SERVER_TROUBLE;
}

function fieldProblem(field: string | undefined): string {
  if (field === 'email') return 'This does not look like an e-mail address.';
  if (field === 'password' || field === 'next') return 'The password is too short or too long.';
  if (field === 'name') return 'Write a name of up to 80 characters.';
  return 'Something in this form is not right. Check each field.';
}

export function passwordProblem(refusal: Refusal): string {
  if (refusal.error === 'password_weak') return 'This password is easy to guess. Choose another one.';
  if (refusal.error === 'rate_limited') return later(refusal);
  if (refusal.error === 'unauthorized' || refusal.error === 'forbidden') return 'The current password is not right.';
  if (refusal.error === 'invalid_payload') return fieldProblem(refusal.field);
  return SERVER_TROUBLE;
}

export function failureOf(code: string): string {
  if (code === 'reassigned') return 'Not sent: the conversation went to somebody else.';
  if (code === 'conversation_closed') return 'Not sent: the conversation was closed before.';
  if (code === 'forbidden') return 'Not sent: the conversation is not yours.';
  return 'Not sent. Try again, or copy the text.';
}
