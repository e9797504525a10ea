import { sql } from 'kysely';
import type { Claimed, ClaimIdentity } from '../identity-store.ts';
import { type ConversationState, lockOpenConversation } from './conversation-row.ts';
import { moveAbout } from './move-about.ts';
import { count, type Operation, RunAgain, row, rows, run, takeChanges } from './operation.ts';
import { moveOrdersTo } from './orders.ts';
import { prepare } from './prepare.ts';
import { lockVisitor } from './visitor-lock.ts';
import { endOtherTokens, setCurrent } from './visitor-tokens.ts';
import { addVisitor } from './visitors.ts';

interface Who {
  siteId: string;
  subject: string;
  visitorId: string;
  name: string | null;
  email: string | null;
  at: number;
}

const personOf = prepare<{ siteId: string; subject: string }>()((db, p) =>
  db
    .selectFrom('visitor_identity')
    .select('visitor_id')
    .where('site_id', '=', p.siteId)
    .where('subject', '=', p.subject),
);
const add = prepare<Who>()((db, p) =>
  db
    .insertInto('visitor_identity')
    .values({
      visitor_id: p.visitorId,
      site_id: p.siteId,
      subject: p.subject,
      name: p.name,
      email: p.email,
      verified_at: p.at,
    })
    .onConflict((c) => c.doNothing()),
);
/** What the site does not say any more is gone. */
const renew = prepare<Omit<Who, 'siteId' | 'subject'>>()((db, p) =>
  db
    .updateTable('visitor_identity')
    .set({ name: p.name, email: p.email, verified_at: p.at })
    .where('visitor_id', '=', p.visitorId),
);
const bind = prepare<{ id: string; actsAs: string; hash: string; until: number }>()((db, p) =>
  db
    .updateTable('visitor')
    .set({ acts_as: p.actsAs, identity_hash: p.hash, identity_until: p.until })
    .where('id', '=', p.id),
);
const begunBy = prepare<{ visitorId: string }>()((db, p) =>
  db.selectFrom('conversation').select(['no', 'id']).where('visitor_id', '=', p.visitorId).orderBy('no'),
);
const move = prepare<{ no: number; visitorId: string; change: number }>()((db, p) =>
  db
    .updateTable('conversation')
    .set({ visitor_id: p.visitorId, change: p.change, version: sql`version + 1` })
    .where('no', '=', p.no),
);
/** So that a message which is sent once more is known again (C3). */
const moveEntries = prepare<{ no: number; from: string; to: string }>()((db, p) =>
  db.updateTable('entry').set({ author_id: p.to }).where('conversation_no', '=', p.no).where('author_id', '=', p.from),
);
const copyProfile = prepare<{ from: string; to: string }>()((db, p) =>
  db
    .insertInto('visitor_profile')
    .columns(['visitor_id', 'profile', 'changed_at'])
    .expression((eb) =>
      eb
        .selectFrom('visitor_profile')
        .select((s) => [s.cast<string>(s.val(p.to), 'text').as('visitor_id'), 'profile', 'changed_at'])
        .where('visitor_id', '=', p.from),
    )
    .onConflict((c) => c.doNothing()),
);

type BothOpen = { result: 'both_open'; conversationId: string; visitorId: string };

export function* claimIdentity(input: ClaimIdentity): Operation<Claimed | BothOpen> {
  const { siteId, identity, at, tokenHash } = input;
  const personId = yield* findPerson(input);
  yield* lockVisitor(personId);
  const browserId = input.browserId ?? input.newBrowserId;
  if (input.browserId === undefined) {
    yield* addVisitor({ id: browserId, siteId, tokenHash, at });
  } else {
    yield* lockVisitor(browserId);
    const older = yield* olderOfTwo(siteId, browserId, personId);
    if (older) return { result: 'both_open', conversationId: older.id, visitorId: older.visitor_id };
    yield* endOtherTokens(browserId);
    yield* run(setCurrent, { id: browserId, hash: tokenHash, at });
  }
  yield* run(bind, { id: browserId, actsAs: personId, hash: identity.hash, until: identity.until });
  yield* run(renew, { visitorId: personId, name: identity.name, email: identity.email, at });
  yield* run(copyProfile, { from: browserId, to: personId });
  yield* moveAbout({ from: browserId, to: personId });
  yield* moveOrdersTo({ siteId, browserId, subject: identity.subject });
  return { result: 'claimed', browserId, visitorId: personId, ...(yield* moveAll(browserId, personId)) };
}

function* findPerson({ siteId, identity, newPersonId, at }: ClaimIdentity): Operation<string> {
  const { subject, name, email } = identity;
  const known = yield* row(personOf, { siteId, subject });
  if (known) return known.visitor_id;
  // A person has no token: what no hash is equal to opens nothing.
  yield* addVisitor({ id: newPersonId, siteId, tokenHash: `person:${newPersonId}`, at });
  const added = yield* count(add, { siteId, subject, visitorId: newPersonId, name, email, at });
  if (added === 0) throw new RunAgain();
  return newPersonId;
}

/** One conversation goes on; it is the one that was begun last. */
function* olderOfTwo(siteId: string, browserId: string, personId: string): Operation<ConversationState | undefined> {
  const own = yield* lockOpenConversation({ visitorId: browserId, siteId });
  const persons = own && (yield* lockOpenConversation({ visitorId: personId, siteId }));
  if (!own || !persons) return undefined;
  return own.no < persons.no ? own : persons;
}

function* moveAll(from: string, to: string): Operation<{ moved: string[]; change: number | null }> {
  const begun = yield* rows(begunBy, { visitorId: from });
  if (begun.length === 0) return { moved: [], change: null };
  for (const { no } of begun) yield* run(moveEntries, { no, from, to });
  const last = yield* takeChanges(begun.length);
  let change = last - begun.length;
  for (const { no } of begun) {
    change += 1;
    yield* run(move, { no, visitorId: to, change });
  }
  return { moved: begun.map(({ id }) => id), change: last };
}
