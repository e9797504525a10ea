import type { TeamTags } from '../../../protocol/wire/team-tags.ts';
import type { Based } from '../changes.ts';
import { isAnother } from './is-another.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { touchPlan } from './routing-plan.ts';

const kept = prepare()((db) => db.selectFrom('team_tags').select('document').where('one', '=', 1));
const keep = prepare<{ document: string }>()((db, p) =>
  db
    .insertInto('team_tags')
    .values({ one: 1, document: p.document })
    .onConflict((c) => c.column('one').doUpdateSet({ document: p.document })),
);

export function* readTeamTags(): Operation<TeamTags> {
  const found = yield* row(kept, {});
  return { tags: found ? (JSON.parse(found.document) as string[]) : [] };
}

export function* setTeamTags({ tags, basedOn }: TeamTags & Based): Operation<'set' | 'stale'> {
  // First: changes of what owners set come one after another, so that the look below can be trusted.
  yield* touchPlan();
  if (basedOn !== undefined && isAnother(yield* readTeamTags(), undefined, basedOn)) return 'stale';
  yield* run(keep, { document: JSON.stringify(tags) });
  return 'set';
}
