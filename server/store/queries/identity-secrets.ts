import type { IdentitySecret } from '../identity-store.ts';
import { locked } from './conversation-row.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

const ofSite = prepare<{ siteId: string }>()((db, p) =>
  db
    .selectFrom('identity_secret')
    .select(['id', 'made_at as madeAt'])
    .where('site_id', '=', p.siteId)
    .orderBy('made_at')
    .orderBy('id'),
);
const lockSite = prepare<{ siteId: string }>()((db, p, dialect) =>
  locked(db.selectFrom('site').select('id').where('id', '=', p.siteId), dialect),
);
const add = prepare<IdentitySecret & { siteId: string }>()((db, p) =>
  db.insertInto('identity_secret').values({ id: p.id, site_id: p.siteId, made_at: p.madeAt }),
);
const remove = prepare<{ siteId: string; id: string }>()((db, p) =>
  db.deleteFrom('identity_secret').where('id', '=', p.id).where('site_id', '=', p.siteId),
);

export function* listIdentitySecrets(siteId: string): Operation<IdentitySecret[]> {
  return yield* rows(ofSite, { siteId });
}

export function* addIdentitySecret(
  input: IdentitySecret & { siteId: string; max: number },
): Operation<'added' | 'too_many'> {
  // Two that ask at once are counted one after the other.
  yield* row(lockSite, input);
  const known = yield* rows(ofSite, input);
  if (known.length >= input.max) return 'too_many';
  yield* run(add, input);
  return 'added';
}

export function* removeIdentitySecret(input: { siteId: string; id: string }): Operation<'removed' | 'not_found'> {
  return (yield* count(remove, input)) > 0 ? 'removed' : 'not_found';
}
