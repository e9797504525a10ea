import { sql } from 'kysely';
import type { KeptOutside, OutsideStore } from '../outside-store.ts';
import { count, type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';

interface Keep {
  siteId: string;
  document: string;
  at: number;
}

const one = prepare<{ siteId: string }>()((db, p) =>
  db.selectFrom('outside_service').select(['document', 'version']).where('site_id', '=', p.siteId),
);
const all = prepare<object>()((db) =>
  db.selectFrom('outside_service').select(['site_id as siteId', 'document', 'version']).orderBy('site_id'),
);
const add = prepare<Keep>()((db, p) =>
  db
    .insertInto('outside_service')
    .values({ site_id: p.siteId, document: p.document, version: 1, changed_at: p.at })
    .onConflict((c) => c.doNothing()),
);
/** Of two who save at once the second finds another version. */
const change = prepare<Keep & { basedOn: number }>()((db, p) =>
  db
    .updateTable('outside_service')
    .set({ document: p.document, changed_at: p.at, version: sql<number>`version + 1` })
    .where('site_id', '=', p.siteId)
    .where('version', '=', p.basedOn),
);

export function* readOutside(siteId: string): Operation<{ kept: KeptOutside | null; version: number }> {
  const found = yield* row(one, { siteId });
  return { kept: found ? (JSON.parse(found.document) as KeptOutside) : null, version: found?.version ?? 0 };
}

export function* listOutside(): Operation<Awaited<ReturnType<OutsideStore['listOutside']>>> {
  const found = yield* rows(all, {});
  return found.map(({ siteId, document, version }) => ({ siteId, version, kept: JSON.parse(document) as KeptOutside }));
}

export function* setOutside(input: Parameters<OutsideStore['setOutside']>[0]): Operation<'kept' | 'stale'> {
  const { siteId, at } = input;
  const document = JSON.stringify(input.kept);
  const { version } = yield* readOutside(siteId);
  const basedOn = input.basedOn ?? version;
  const written =
    basedOn === 0
      ? yield* count(add, { siteId, document, at })
      : yield* count(change, { siteId, document, at, basedOn });
  return written > 0 ? 'kept' : 'stale';
}
