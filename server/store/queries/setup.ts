import { BASIS } from '../../../protocol/kit/basis.ts';
import type { GuideState } from '../../../protocol/wire/guide.ts';
import type { PageReport } from '../../../protocol/wire/install.ts';
import type { SetupStore, Sighting } from '../setup-store.ts';
import { isAnother } from './is-another.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { touchPlan } from './routing-plan.ts';
import { addSiteOrigins, listSites } from './sites.ts';

type Input<Method extends keyof SetupStore> = Parameters<SetupStore[Method]>[0];

const rename = prepare<{ key: string; name: string }>()((db, p) =>
  db.updateTable('site').set({ name: p.name }).where('key', '=', p.key),
);
const forgetOrigins = prepare<{ key: string }>()((db, p) =>
  db
    .deleteFrom('site_origin')
    .where('site_id', 'in', (from) => from.selectFrom('site').select('id').where('key', '=', p.key)),
);
const retire = prepare<{ key: string; at: number | null }>()((db, p) =>
  db.updateTable('site').set({ retired_at: p.at }).where('key', '=', p.key),
);
const see = prepare<{ siteKey: string; origin: string; at: number }>()((db, p) =>
  db
    .insertInto('tag_sighting')
    .values({ site_key: p.siteKey, origin: p.origin, first_at: p.at, last_at: p.at })
    .onConflict((c) => c.columns(['site_key', 'origin']).doUpdateSet({ last_at: p.at })),
);
const sightings = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('tag_sighting')
    .select(['site_key as siteKey', 'origin', 'first_at as firstAt', 'last_at as lastAt'])
    .orderBy('last_at', 'desc')
    .orderBy('site_key')
    .orderBy('origin')
    .limit(p.limit),
);
const eldest = prepare<{ max: number }>()((db, p) =>
  db
    .selectFrom('tag_sighting')
    .select('last_at as lastAt')
    .orderBy('last_at', 'desc')
    .limit(1)
    .offset(p.max as number),
);
const forgetSightings = prepare<{ lastAt: number }>()((db, p) =>
  db.deleteFrom('tag_sighting').where('last_at', '<=', p.lastAt),
);
const insertCheck = prepare<{ id: string; siteKey: string; at: number }>()((db, p) =>
  db.insertInto('tag_check').values({ id: p.id, site_key: p.siteKey, made_at: p.at, report: null }),
);
const forgetChecks = prepare<{ keptSince: number }>()((db, p) =>
  db.deleteFrom('tag_check').where('made_at', '<', p.keptSince),
);
const tellCheck = prepare<{ id: string; report: string; madeSince: number }>()((db, p) =>
  db
    .updateTable('tag_check')
    .set({ report: p.report })
    .where('id', '=', p.id)
    .where('made_at', '>=', p.madeSince)
    .where('report', 'is', null),
);
const check = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('tag_check').select(['site_key as siteKey', 'made_at as madeAt', 'report']).where('id', '=', p.id),
);
const openChecks = prepare<{ madeSince: number }>()((db, p) =>
  db
    .selectFrom('tag_check')
    .select('site_key as siteKey')
    .distinct()
    .where('made_at', '>=', p.madeSince)
    .where('report', 'is', null),
);
const guide = prepare()((db) => db.selectFrom('guide').select('document').where('one', '=', 1));
const keepGuide = prepare<{ document: string }>()((db, p) =>
  db
    .insertInto('guide')
    .values({ one: 1, document: p.document })
    .onConflict((c) => c.column('one').doUpdateSet({ document: p.document })),
);

export function* changeSite(input: Input<'changeSite'>): Operation<'changed' | 'not_found' | 'stale'> {
  // First: changes of what owners set come one after another, so that the look below can be trusted.
  yield* touchPlan();
  const { key, basedOn } = input;
  if (basedOn !== undefined) {
    const now = (yield* listSites()).find((site) => site.key === key);
    if (isAnother(now, BASIS.site, basedOn)) return 'stale';
  }
  if ((yield* count(rename, input)) === 0) return 'not_found';
  yield* run(forgetOrigins, input);
  yield* addSiteOrigins(input);
  return 'changed';
}

export function* retireSite(input: Input<'retireSite'>): Operation<'changed' | 'not_found'> {
  return (yield* count(retire, input)) === 0 ? 'not_found' : 'changed';
}

export function* sawTag({ max, ...seen }: Input<'sawTag'>): Operation<void> {
  yield* run(see, seen);
  const last = yield* row(eldest, { max });
  if (last) yield* run(forgetSightings, last);
}

export function* listSightings(limit: number): Operation<Sighting[]> {
  return yield* rows(sightings, { limit });
}

export function* addTagCheck({ keptSince, ...made }: Input<'addTagCheck'>): Operation<void> {
  yield* run(forgetChecks, { keptSince });
  yield* run(insertCheck, made);
}

export function* tellTagCheck({ report, ...which }: Input<'tellTagCheck'>): Operation<boolean> {
  return (yield* count(tellCheck, { ...which, report: JSON.stringify(report) })) > 0;
}

export function* findTagCheck(
  id: string,
): Operation<{ siteKey: string; madeAt: number; report: PageReport | null } | undefined> {
  const found = yield* row(check, { id });
  return found && { ...found, report: found.report === null ? null : (JSON.parse(found.report) as PageReport) };
}

export function* listOpenChecks(madeSince: number): Operation<string[]> {
  return (yield* rows(openChecks, { madeSince })).map(({ siteKey }) => siteKey);
}

export function* readGuide(): Operation<GuideState | null> {
  const kept = yield* row(guide, {});
  return kept ? (JSON.parse(kept.document) as GuideState) : null;
}

export function* setGuide(state: GuideState): Operation<void> {
  yield* run(keepGuide, { document: JSON.stringify(state) });
}
