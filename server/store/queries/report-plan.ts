import { sql } from 'kysely';
import type { ReportPlan } from '../../../protocol/wire/mail.ts';
import type { Stale } from '../changes.ts';
import type { MailStore } from '../mail-store.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';

const turn = prepare()((db) =>
  db
    .insertInto('report_plan')
    .values({ one: 1, document: null, changed_at: 0, version: 0 })
    .onConflict((c) => c.column('one').doUpdateSet({ version: sql`report_plan.version` })),
);
const plan = prepare()((db) => db.selectFrom('report_plan').select(['document', 'version', 'changed_at']));
const keep = prepare<{ document: string; at: number }>()((db, p) =>
  db.updateTable('report_plan').set({ document: p.document, changed_at: p.at, version: sql`version + 1` }),
);

/** Its row makes all who put mails into the outbox wait in line: mails are few, and what they count must stay true. */
export function* takeMailTurn(): Operation<void> {
  yield* run(turn, {});
}

export function* readReportPlan(): Operation<{ plan: ReportPlan | null; version: number; changedAt: number }> {
  const kept = yield* row(plan, {});
  const document = kept?.document ?? null;
  return {
    // Those that were kept before there was a site of it are of all.
    plan: document === null ? null : { site: null, ...(JSON.parse(document) as Omit<ReportPlan, 'site'>) },
    version: kept?.version ?? 0,
    changedAt: kept?.changed_at ?? 0,
  };
}

export function* setReportPlan(
  input: Parameters<MailStore['setReportPlan']>[0],
): Operation<{ result: 'kept' } | Stale> {
  yield* takeMailTurn();
  const { version } = yield* readReportPlan();
  if (input.basedOn !== undefined && input.basedOn !== version) return { result: 'stale' };
  yield* run(keep, { document: JSON.stringify(input.plan), at: input.at });
  return { result: 'kept' };
}
