import { ATTRIBUTES_MAX, EVENTS_KEPT_MAX } from '../../../protocol/wire/limits.ts';
import {
  NOTHING_SAID,
  type TrackedEvent,
  type VisitorDescription,
  type VisitorProfile,
} from '../../../protocol/wire/visitor.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';

const find = prepare<{ visitorId: string }>()((db, p) =>
  db.selectFrom('visitor_profile').select('profile').where('visitor_id', '=', p.visitorId),
);
const signedFor = prepare<{ visitorId: string }>()((db, p) =>
  db
    .selectFrom('visitor_identity')
    .select(['subject', 'name', 'email', 'verified_at as at'])
    .where('visitor_id', '=', p.visitorId),
);
/** Written first: until the commit its row makes other tabs of this visitor wait. */
const touch = prepare<{ visitorId: string; at: number; profile: string }>()((db, p) =>
  db
    .insertInto('visitor_profile')
    .values({ visitor_id: p.visitorId, profile: p.profile, changed_at: p.at })
    .onConflict((c) => c.column('visitor_id').doUpdateSet({ changed_at: p.at })),
);
const keep = prepare<{ visitorId: string; profile: string }>()((db, p) =>
  db.updateTable('visitor_profile').set({ profile: p.profile }).where('visitor_id', '=', p.visitorId),
);

/** What was said, and what was signed. */
export function* readVisitorProfile(visitorId: string): Operation<VisitorProfile> {
  const said = yield* readSaid(visitorId);
  const verified = yield* row(signedFor, { visitorId });
  return verified ? { ...said, verified } : said;
}

function* readSaid(visitorId: string): Operation<VisitorProfile> {
  const found = yield* row(find, { visitorId });
  return found ? { ...NOTHING_SAID, ...(JSON.parse(found.profile) as Partial<VisitorProfile>) } : NOTHING_SAID;
}

export function* describeVisitor(input: {
  visitorId: string;
  part: VisitorDescription;
  at: number;
}): Operation<'described' | 'too_many'> {
  const { visitorId, part, at } = input;
  const before = yield* lock(visitorId, at);
  const attributes = { ...before.attributes, ...part.attributes };
  for (const [name, value] of Object.entries(attributes)) if (value === null) delete attributes[name];
  if (Object.keys(attributes).length > ATTRIBUTES_MAX) return 'too_many';
  const profile: VisitorProfile = {
    name: part.name ?? before.name,
    email: part.email ?? before.email,
    locale: part.locale ?? before.locale,
    department: part.department === undefined ? before.department : part.department,
    attributes,
    tags: part.tags ?? before.tags,
    events: before.events,
  };
  yield* run(keep, { visitorId, profile: JSON.stringify(profile) });
  return 'described';
}

export function* trackVisitor({ visitorId, event }: { visitorId: string; event: TrackedEvent }): Operation<void> {
  const before = yield* lock(visitorId, event.at);
  const events = [event, ...before.events].slice(0, EVENTS_KEPT_MAX);
  yield* run(keep, { visitorId, profile: JSON.stringify({ ...before, events }) });
}

function* lock(visitorId: string, at: number): Operation<VisitorProfile> {
  yield* run(touch, { visitorId, at, profile: '{}' });
  return yield* readSaid(visitorId);
}
