import { CHOICE_CHARS_MAX, CHOICES_MAX, CHOICES_MIN } from './limits-of-writing.ts';

/** A message of the team that offers answers to choose from (W37): its words, and what may be chosen. */
export interface Offering {
  text: string;
  choices: string[];
}

const CHOICE = /^\s*\[([^[\]\n]+)\]\s*$/;

/**
 * The last lines of a text that stand in square brackets, each alone, are choices: `[Small]`. Where there are too few or too many, one
 * is too long or said twice, or no word stands before them, they are a text like any other, and null is the answer.
 */
export function choicesIn(body: string): Offering | null {
  const lines = body.trimEnd().split('\n');
  const from = lines.findLastIndex((line) => !CHOICE.test(line)) + 1;
  const choices = lines.slice(from).map((line) => (CHOICE.exec(line)?.[1] ?? '').trim());
  const text = lines.slice(0, from).join('\n').trimEnd();
  return text.trim() && areChoices(choices) ? { text, choices } : null;
}

/** Whether these can be offered. */
export function areChoices(choices: readonly string[]): boolean {
  if (choices.length < CHOICES_MIN || choices.length > CHOICES_MAX) return false;
  if (new Set(choices).size < choices.length) return false;
  return choices.every((choice) => CHOICE.test(`[${choice}]`) && choice.trim() && choice.length <= CHOICE_CHARS_MAX);
}

/** The text with these in place of those that it had; none: without. */
export function offer(body: string, choices: readonly string[]): string {
  const text = choicesIn(body)?.text ?? body.trimEnd();
  return [text, ...choices.map((choice) => `[${choice}]`)].join('\n');
}
