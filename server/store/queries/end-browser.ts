import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { endOtherTokens, setCurrent } from './visitor-tokens.ts';

const signedOf = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('visitor').select(['identity_hash', 'identity_until']).where('id', '=', p.id),
);
const add = prepare<{ hash: string; until: number }>()((db, p) =>
  db
    .insertInto('ended_identity')
    .values({ hash: p.hash, until: p.until })
    .onConflict((c) => c.doNothing()),
);
/** They ran out by themselves. */
const forget = prepare<{ at: number }>()((db, p) => db.deleteFrom('ended_identity').where('until', '<', p.at));
const ended = prepare<{ hash: string }>()((db, p) =>
  db.selectFrom('ended_identity').select('hash').where('hash', '=', p.hash),
);

export function* endBrowser({
  browserId,
  spoiled,
  at,
}: {
  browserId: string;
  spoiled: string;
  at: number;
}): Operation<void> {
  const signed = yield* row(signedOf, { id: browserId });
  yield* endOtherTokens(browserId);
  yield* run(setCurrent, { id: browserId, hash: spoiled, at });
  yield* run(forget, { at });
  const { identity_hash: hash, identity_until: until } = signed ?? {};
  if (hash != null && until != null && until >= at) yield* run(add, { hash, until });
}

export function* isIdentityEnded(hash: string): Operation<boolean> {
  return (yield* row(ended, { hash })) !== undefined;
}
