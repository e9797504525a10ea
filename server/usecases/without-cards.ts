import type { Intake } from '../../protocol/wire/front.ts';
import { maskCards } from '../domain/people/mask-cards.ts';
import type { Context, VisitorSubject } from './context.ts';
import { loadServiceBook } from './service-book.ts';

/**
 * J16: what a visitor wrote, as it is kept where the owner wants no numbers of cards: they reach neither the store nor the
 * team. Settings are looked at only where there is such a number at all.
 */
export async function withoutCards<Text extends string | undefined>(
  context: Context,
  { siteId }: VisitorSubject,
  text: Text,
): Promise<Text> {
  const masked = text && (maskCards(text) as Text);
  if (masked === text) return text;
  const { keeping } = (await loadServiceBook(context)).settingsOf(siteId);
  return keeping.masksCards ? masked : text;
}

/** The same for what a form asked for: whatever it asked, an answer may be such a number. */
export async function intakeWithoutCards(
  context: Context,
  subject: VisitorSubject,
  intake: Intake | null,
): Promise<Intake | null> {
  if (!intake) return null;
  const fields: Intake['fields'] = [];
  for (const field of intake.fields)
    fields.push({ ...field, value: await withoutCards(context, subject, field.value) });
  return { ...intake, fields };
}
