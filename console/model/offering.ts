import { areChoices, choicesIn, offer } from '../../protocol/wire/choices.ts';
import { CHOICE_CHARS_MAX, CHOICES_MAX, CHOICES_MIN } from '../../protocol/wire/limits-of-writing.ts';

/** Answers that a message offers (W37): found in a text, judged, and put into it. */
export const OFFERING = {
  ...{ in: choicesIn, fits: areChoices, put: offer },
  limits: { min: CHOICES_MIN, max: CHOICES_MAX, charsMax: CHOICE_CHARS_MAX },
};
