import { asStored, sayLabel } from '../../protocol/kit/label.ts';
import type { VisitorCard } from '../../protocol/wire/model.ts';
import { strings } from './strings.ts';

/** J19: a made-up name in the reader's language, and back where it is looked for. */
export const called = (label: string): string => sayLabel(label, strings.made);
export const asAsked = (text: string): string => asStored(text, strings.made);

/** As typed by the visitor, else made up. */
export const nameOf = ({ email, label }: Pick<VisitorCard, 'email' | 'label'>): string => email ?? called(label);
