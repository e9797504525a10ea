import type { MailDocument, Queued } from '../../store/mail-store.ts';
import type { Context } from '../context.ts';
import { targetOf } from './mail-target.ts';

/** A word to some of the team, once for each of them and each cause. */
export interface StaffMail {
  /** What it is about, so that two nodes and two tries put in one: `low-rating <conversation> <episode>`. */
  cause: string;
  /** Agents' ids. */
  to: readonly string[];
  title: string;
  /** Paragraphs of plain text. */
  lines: string[];
  /** The conversation to open, where it is about one. */
  conversationId: string | null;
}

/** E12: what the team should know soon. Answers how many were put in; none where mail is off, and nothing is lost: the console says it, too. */
export function mailStaff(context: Context, { cause, to, title, lines, conversationId }: StaffMail): Promise<number> {
  return queueForStaff(context, to, (agentId) => ({
    cause: `alert ${cause} ${agentId}`,
    document: { kind: 'alert', agentId, title, lines, conversationId },
  }));
}

/** One for each agent who exists, at the address the account has now. */
export async function queueForStaff(
  context: Context,
  agentIds: readonly string[],
  mailFor: (agentId: string) => { cause: string; document: MailDocument },
): Promise<number> {
  if (!context.mail?.isOn) return 0;
  let queued = 0;
  for (const agentId of new Set(agentIds)) {
    const agent = await context.store.findAgent(agentId);
    if (agent && (await put(context, agent.email, mailFor(agentId))) === 'queued') queued += 1;
  }
  return queued;
}

function put(context: Context, email: string, mail: { cause: string; document: MailDocument }): Promise<Queued> {
  return context.store.queueMail({
    ...mail,
    ...{ id: context.ids.mail(), to: targetOf(context, email), siteId: null, visitorId: null, limits: [] },
    at: context.clock.now(),
  });
}
