import { areChoices, choicesIn, offer } from '../../protocol/wire/choices.ts';

/** Answers that a message offers (W37): found in a text, judged, and put into it. */
export const OFFERING = { in: choicesIn, fits: areChoices, put: offer };
