import type { Refusal } from '../../protocol/wire/errors.ts';
import { duration } from './format.ts';
import { inLanguage } from './language.ts';

/** What people read when the relay says no. */
const refusalWords = inLanguage('refusal', {
  trouble: 'The relay does not answer. Check the connection and try again.',
  later: 'Too many tries. Try again in a few minutes.',
  laterIn: (time: string) => `Too many tries. Try again in ${time}.`,
  together: 'E-mail and password do not belong together. Check both and try again.',
  weak: 'This password is easy to guess. Choose another one.',
  taken: 'This e-mail has an account already.',
  email: 'This does not look like an e-mail address.',
  password: 'The password is too short or too long.',
  name: 'Write a name of up to 80 characters.',
  form: 'Something in this form is not right. Check each field.',
  current: 'The current password is not right.',
  notSent: {
    reassigned: 'Not sent: the conversation went to somebody else.',
    conversation_closed: 'Not sent: the conversation was closed before.',
    forbidden: 'Not sent: the conversation is not yours.',
    other: 'Not sent. Try again, or copy the text.',
  },
} as const);

export type RefusalWords = typeof refusalWords;

function later({ retryAfterMs }: Refusal): string {
  return retryAfterMs ? refusalWords.laterIn(duration(retryAfterMs)) : refusalWords.later;
}

export function signInProblem(refusal: Refusal): string {
  if (refusal.error === 'rate_limited') return later(refusal);
  const wrong = refusal.error === 'unauthorized' || refusal.error === 'invalid_payload';
  return wrong ? refusalWords.together : refusalWords.trouble;
}

export function setUpProblem(refusal: Refusal): string {
  if (refusal.error === 'password_weak') return refusalWords.weak;
  if (refusal.error === 'rate_limited') return later(refusal);
  if (refusal.error === 'email_taken') return refusalWords.taken;
  if (refusal.error === 'invalid_payload') return fieldProblem(refusal.field);
  return refusalWords.trouble;
}

function fieldProblem(field: string | undefined): string {
  if (field === 'email') return refusalWords.email;
  if (field === 'password' || field === 'next') return refusalWords.password;
  return field === 'name' ? refusalWords.name : refusalWords.form;
}

export function passwordProblem(refusal: Refusal): string {
  if (refusal.error === 'password_weak') return refusalWords.weak;
  if (refusal.error === 'rate_limited') return later(refusal);
  if (refusal.error === 'unauthorized' || refusal.error === 'forbidden') return refusalWords.current;
  if (refusal.error === 'invalid_payload') return fieldProblem(refusal.field);
  return refusalWords.trouble;
}

export function failureOf(code: string): string {
  const { notSent } = refusalWords;
  return Object.hasOwn(notSent, code) ? notSent[code as keyof typeof notSent] : notSent.other;
}
