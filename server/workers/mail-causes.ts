import { MAIL_NEWS_MS_MAX, RATING_MAIL_AFTER_MS, SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { MailSettings } from '../../protocol/wire/mail.ts';
import { findReportDue } from '../domain/mail/report-due.ts';
import type { Context } from '../usecases/context.ts';
import { queueForStaff } from '../usecases/mail/mail-staff.ts';
import { limitsOf, targetOf } from '../usecases/mail/mail-target.ts';
import { findReportReaders } from '../usecases/mail/report-readers.ts';
import { loadServiceBook } from '../usecases/service-book.ts';

/** What time makes due for the outbox. Each may be found by every node: what is put in is one. */
export function createMailCauses(context: Context): { task: string; run: () => Promise<void> }[] {
  return [
    { task: 'mail:answers', run: () => queueAnswers(context) },
    { task: 'mail:ratings', run: () => queueRatings(context) },
    { task: 'mail:report', run: () => queueReport(context) },
  ];
}

/** E8: what was said to visitors who have not read it for so long as their site's owner waits. */
async function queueAnswers(context: Context): Promise<void> {
  const { store, clock, ids } = context;
  for (const [siteId, { answersAfterMs }] of await mailSettings(context)) {
    if (answersAfterMs === null) continue;
    const now = clock.now();
    const span = { siteId, after: now - MAIL_NEWS_MS_MAX, upTo: now - answersAfterMs, limit: SWEEP_ROWS_MAX };
    for (const conversationId of await store.listUnreadAnswers(span))
      await store.queueAnswerMail({ id: ids.mail(), conversationId, ...targeted(context, now) });
  }
}

/** E9: what ended an hour ago without a score. */
async function queueRatings(context: Context): Promise<void> {
  const { store, clock, ids } = context;
  for (const [siteId, { asksRating }] of await mailSettings(context)) {
    if (!asksRating) continue;
    const now = clock.now();
    const span = { siteId, after: now - MAIL_NEWS_MS_MAX, upTo: now - RATING_MAIL_AFTER_MS, limit: SWEEP_ROWS_MAX };
    for (const conversationId of await store.listUnrated(span))
      await store.queueRatingMail({ id: ids.mail(), conversationId, ...targeted(context, now) });
  }
}

function targeted(context: Context, at: number) {
  return { targetOf: (address: string) => targetOf(context, address), limits: limitsOf(at), at };
}

async function mailSettings(context: Context): Promise<[siteId: string, settings: MailSettings][]> {
  const book = await loadServiceBook(context);
  const sites = await context.store.listSites();
  return sites.map(({ id }) => [id, book.settingsOf(id).mail]);
}

/** E10: one for each recipient of each report, however many nodes find it due. */
async function queueReport(context: Context): Promise<void> {
  const { store, clock, zones } = context;
  const { plan, changedAt } = await store.readReportPlan();
  const due = plan && findReportDue(plan, zones.offsetOf, changedAt, clock.now());
  if (!plan || !due) return;
  const { every, from, to, key } = due;
  const { to: readers } = await findReportReaders(context, plan);
  await queueForStaff(context, readers, (agentId) => ({
    cause: `report ${key} ${agentId}`,
    document: { kind: 'report', agentId, every, from, to, zone: plan.zone, site: plan.site },
  }));
}
