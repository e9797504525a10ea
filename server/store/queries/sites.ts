import type { Site } from '../store.ts';
import { count, type Operation, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

const insertSite = prepare<{ id: string; key: string; name: string; at: number }>()((db, p) =>
  db
    .insertInto('site')
    .values({ id: p.id, key: p.key, name: p.name, made_at: p.at, retired_at: null })
    .onConflict((c) => c.column('key').doNothing()),
);
const insertOrigin = prepare<{ key: string; origin: string }>()((db, p) =>
  db
    .insertInto('site_origin')
    .columns(['site_id', 'origin'])
    .expression((eb) =>
      eb
        .selectFrom('site')
        .select((s) => ['site.id', s.cast<string>(s.val(p.origin), 'text').as('origin')])
        .where('site.key', '=', p.key),
    )
    .onConflict((c) => c.doNothing()),
);
const sites = prepare()((db) =>
  db.selectFrom('site').select(['id', 'key', 'name', 'retired_at']).orderBy('made_at').orderBy('id'),
);
const origins = prepare()((db) => db.selectFrom('site_origin').selectAll().orderBy('site_id').orderBy('origin'));

export function* addSite(input: {
  id: string;
  key: string;
  name: string;
  origins: string[];
  at: number;
}): Operation<'added' | 'key_taken'> {
  if ((yield* count(insertSite, input)) === 0) return 'key_taken';
  yield* addSiteOrigins(input);
  return 'added';
}

export function* addSiteOrigins(input: { key: string; origins: string[] }): Operation<void> {
  // In one order, so that two who add the same ones cannot wait for each other.
  for (const origin of [...input.origins].sort()) yield* run(insertOrigin, { key: input.key, origin });
}

export function* listSites(): Operation<Site[]> {
  const found = yield* rows(sites, {});
  const allowed = yield* rows(origins, {});
  return found.map(({ retired_at: retiredAt, ...site }) => ({
    ...site,
    ...(retiredAt === null ? {} : { retiredAt }),
    origins: allowed.filter((one) => one.site_id === site.id).map((one) => one.origin),
  }));
}
