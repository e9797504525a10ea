import type { FollowUp } from '../../protocol/wire/feedback.ts';
import { may } from '../../protocol/wire/permissions.ts';
import type { Context } from './context.ts';
import { mailStaff } from './mail/mail-staff.ts';
import { loadServiceBook } from './service-book.ts';

const WORDS = {
  complaint: 'a complaint',
  low_score: 'a low rating',
  unresolved: 'a chat that was not resolved',
} as const;

/**
 * K3: what a visitor's word made is also mailed, once for each cause, to its owner and to those who direct; a reminder never is.
 * After the commit; where mail is off nothing happens, because the console says it, too.
 */
export async function mailFollowUp(context: Context, followUp: FollowUp, why: 'made' | 'overdue'): Promise<void> {
  const { id, causes, owner, label, comment, score, conversationId, dueAt } = followUp;
  if (!context.mail?.isOn || followUp.kind !== 'feedback') return;
  const site = await context.store.findConversation(conversationId);
  const book = await loadServiceBook(context);
  if (!site || !book.settingsOf(site.siteId).feedback.followUp.mails) return;
  const leads = (await context.store.listAgents()).filter((one) => may(one, 'conversation:direct'));
  const because = causes.map((cause) => WORDS[cause]).join(', ');
  await mailStaff(context, {
    cause: `follow-up ${id} ${why === 'overdue' ? `overdue ${dueAt}` : causes.join(' ')}`,
    to: [...(owner ? [owner.id] : []), ...leads.map((lead) => lead.id)],
    title: why === 'overdue' ? `Overdue: ${because}` : `To follow up: ${because}`,
    lines: [
      `${label}${score === null ? '' : ` rated ${score} of 5`}.`,
      ...(comment ? [`“${comment}”`] : []),
      owner ? `Owner: ${owner.name}.` : 'It has no owner yet.',
    ],
    conversationId,
  });
}
