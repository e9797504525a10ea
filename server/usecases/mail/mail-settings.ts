import { DEAD_MAILS_SHOWN_MAX } from '../../../protocol/wire/limits.ts';
import { type MailState, REPORT_PLAN_DEFAULT, type ReportPlan } from '../../../protocol/wire/mail.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered, refused } from '../finish.ts';
import { queueForStaff } from './mail-staff.ts';

const DAY_MS = 24 * 3_600_000;
const FORBIDDEN = { hint: 'Only owners and admins see and change settings.' };
const CHANGED = { hint: 'Somebody else saved the plan since you read it. Read it again.' };
const OFF = { hint: 'Set SMTP_URL and MAIL_FROM and start the relay again.' };

/** What an owner sees of mail: whether it is on, what waits, and what was given up, with the server's words (E2). */
export async function readMailState(context: Context, { agent }: AgentSubject): Promise<Done<MailState>> {
  if (!may(agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const { store, clock, mail } = context;
  const [counts, dead, kept] = await Promise.all([
    store.readMailCounts({ sentSince: clock.now() - DAY_MS }),
    store.listDeadMails(DEAD_MAILS_SHOWN_MAX),
    store.readReportPlan(),
  ]);
  const { plan, version } = kept;
  return answered({
    ...{ on: mail?.isOn ?? false, from: mail?.from ?? null, ...counts },
    ...{ plan: plan ?? REPORT_PLAN_DEFAULT, version, dead },
  });
}

/** E10. `basedOn`: the version that was read; absent: whatever is there is replaced. */
export async function setReportPlan(
  context: Context,
  subject: AgentSubject,
  { plan, basedOn }: { plan: ReportPlan; basedOn?: number | undefined },
): Promise<Done<MailState>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  if (!context.zones.isZone(plan.zone))
    return refused('invalid_payload', { field: 'zone', hint: 'A time zone such as Europe/Berlin.' });
  const known = new Set((await context.store.listAgents()).map(({ id }) => id));
  const unknown = plan.to.findIndex((id) => !known.has(id));
  if (unknown >= 0) return refused('invalid_payload', { field: `to.${unknown}`, hint: 'No agent has this id.' });
  if (plan.site !== null && !(await context.store.listSites()).some(({ id }) => id === plan.site))
    return refused('invalid_payload', { field: 'site', hint: 'No site has this id.' });
  const written = await context.store.setReportPlan({ plan, basedOn, at: context.clock.now() });
  return written.result === 'stale' ? refused('changed_meanwhile', CHANGED) : readMailState(context, subject);
}

/** E7: a mail to whoever asks, by the way that all mails go. */
export async function sendTestMail(context: Context, { agent }: AgentSubject): Promise<Done<Record<string, never>>> {
  if (!may(agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  if (!context.mail?.isOn) return refused('mail_off', OFF);
  const cause = `test ${context.ids.mail()}`;
  await queueForStaff(context, [agent.id], () => ({ cause, document: { kind: 'test' } }));
  return answered({});
}

/** E2: one that was given up begins anew. */
export async function retryMail(
  context: Context,
  subject: AgentSubject,
  { id }: { id: string },
): Promise<Done<MailState>> {
  if (!may(subject.agent, 'settings:write')) return refused('forbidden', FORBIDDEN);
  const revived = await context.store.reviveMail({ id, at: context.clock.now() });
  return revived === 'not_found' ? refused('not_found') : readMailState(context, subject);
}
