import type { Visit } from '../../../protocol/wire/people.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';

const find = prepare<{ visitorId: string }>()((db, p) =>
  db.selectFrom('visitor_visit').select(['document', 'changed_at']).where('visitor_id', '=', p.visitorId),
);
/** Written first: until the commit its row makes other tabs of this visitor wait. */
const touch = prepare<{ visitorId: string; at: number }>()((db, p) =>
  db
    .insertInto('visitor_visit')
    .values({ visitor_id: p.visitorId, document: '{}', changed_at: p.at })
    .onConflict((c) => c.column('visitor_id').doUpdateSet({ changed_at: p.at })),
);
const keep = prepare<{ visitorId: string; document: string }>()((db, p) =>
  db.updateTable('visitor_visit').set({ document: p.document }).where('visitor_id', '=', p.visitorId),
);

const NOTHING: Omit<Visit, 'at'> = {
  browser: null,
  system: null,
  device: null,
  language: null,
  zone: null,
  referrer: null,
  pages: [],
};

export function* readVisit(visitorId: string): Operation<Visit | null> {
  const found = yield* row(find, { visitorId });
  return found ? { ...NOTHING, ...(JSON.parse(found.document) as Partial<Visit>), at: Number(found.changed_at) } : null;
}

export function* keepVisit(input: {
  visitorId: string;
  visit: Partial<Omit<Visit, 'at'>>;
  at: number;
}): Operation<void> {
  const { visitorId, visit, at } = input;
  yield* run(touch, { visitorId, at });
  const { at: _, ...before } = (yield* readVisit(visitorId)) ?? { ...NOTHING, at };
  yield* run(keep, { visitorId, document: JSON.stringify({ ...before, ...visit }) });
}
