import type { HeldBecause } from '../../protocol/wire/composer.ts';
import type { StoredPlanned } from '../store/composer-store.ts';
import type { Context } from './context.ts';
import { mailStaff } from './mail/mail-staff.ts';

const WHY: Record<HeldBecause, string> = {
  visitor_wrote: 'The visitor wrote something after you planned it.',
  closed: 'The conversation has ended.',
  reassigned: 'A colleague serves the conversation now.',
  late: 'Its time had passed by too much.',
  viewing: 'Your role no longer answers visitors.',
};

/** D7, D9: an author who is not there finds it in the console when back, and hears of it by mail where mail is on. */
export async function tellAbsentAuthor(
  context: Context,
  planned: StoredPlanned,
  held: HeldBecause | null,
): Promise<void> {
  const { id, version, by, body, conversationId } = planned;
  if (!context.mail?.isOn) return;
  const author = (await context.store.listStaffLeases()).find((one) => one.id === by.id);
  if (!author || author.leaseUntil > context.clock.now()) return;
  await mailStaff(context, {
    cause: `planned ${id} ${version}`,
    to: [by.id],
    title: held
      ? 'Your planned answer was not sent'
      : 'Your planned answer was sent, but the conversation is still open',
    lines: [held ? WHY[held] : 'It could not be closed after your answer.', `“${body}”`],
    conversationId,
  });
}
