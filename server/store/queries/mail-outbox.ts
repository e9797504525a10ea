import { sql } from 'kysely';
import type { DeadMail } from '../../../protocol/wire/mail.ts';
import type { LeasedMail, MailLimit, MailStore, Queued, QueueMail } from '../mail-store.ts';
import { lockConversation, locked } from './conversation-row.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { takeMailTurn } from './report-plan.ts';
import type { MailTable } from './tables.ts';

const insert = prepare<MailTable>()((db, p) =>
  db
    .insertInto('mail')
    .values({
      ...{ id: p.id, cause: p.cause, kind: p.kind, site_id: p.site_id, visitor_id: p.visitor_id },
      ...{ conversation_no: p.conversation_no, address: p.address, mailbox: p.mailbox, document: p.document },
      ...{
        made_at: p.made_at,
        state: p.state,
        due_at: p.due_at,
        tries: 0,
        lease_until: 0,
        reason: null,
        ended_at: null,
      },
    })
    .onConflict((c) => c.column('cause').doNothing()),
);
const byCause = prepare<{ cause: string }>()((db, p) =>
  db.selectFrom('mail').select('id').where('cause', '=', p.cause),
);
const numberOf = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('conversation').select('no').where('id', '=', p.id),
);
const stopOf = prepare<{ siteId: string; hash: string }>()((db, p) =>
  db.selectFrom('mail_stop').select('at').where('site_id', '=', p.siteId).where('mailbox_hash', '=', p.hash),
);
const many = () => sql<number>`count(*)`.as('mails');
const ofMailbox = prepare<{ key: string; since: number; kind: string }>()((db, p) =>
  db
    .selectFrom('mail')
    .select(many())
    .where('mailbox', '=', p.key)
    .where('made_at', '>', p.since)
    .where((eb) => eb.or([eb(sql`${p.kind}`, '=', ''), eb('kind', '=', p.kind)])),
);
const ofSite = prepare<{ key: string; since: number }>()((db, p) =>
  db.selectFrom('mail').select(many()).where('site_id', '=', p.key).where('made_at', '>', p.since),
);
const ofVisitor = prepare<{ key: string; since: number }>()((db, p) =>
  db.selectFrom('mail').select(many()).where('visitor_id', '=', p.key).where('made_at', '>', p.since),
);

type Row = Omit<QueueMail, 'untilEndOf'> & { conversationNo: number | null; state: 'held' | 'waiting' };

/** J12: it goes when the words of its conversation go, whoever it is for. */
function* about({ document }: Pick<QueueMail, 'document'>): Operation<number | null> {
  const id = 'conversationId' in document ? document.conversationId : null;
  return id === null ? null : ((yield* row(numberOf, { id }))?.no ?? null);
}

/** E3, E4: in one turn, so that what is counted here stays true until the commit. */
export function* addMail(mail: Row): Operation<Queued> {
  yield* takeMailTurn();
  if (yield* row(byCause, { cause: mail.cause })) return 'known';
  const { siteId, visitorId, to, at } = mail;
  const conversationNo = mail.conversationNo ?? (yield* about(mail));
  if (siteId !== null && (yield* row(stopOf, { siteId, hash: to.mailboxHash }))) return 'stopped';
  for (const limit of mail.limits) if (yield* isReached(limit, mail)) return 'too_many';
  yield* run(insert, {
    ...{ id: mail.id, cause: mail.cause, kind: mail.document.kind, site_id: siteId, visitor_id: visitorId },
    ...{ conversation_no: conversationNo, address: to.address, mailbox: to.mailbox, state: mail.state },
    ...{ document: JSON.stringify(mail.document), made_at: at, due_at: at },
  } as MailTable);
  return 'queued';
}

function* isReached({ of, since, max, kind }: MailLimit, mail: Row): Operation<boolean> {
  const key = { mailbox: mail.to.mailbox, site: mail.siteId, visitor: mail.visitorId }[of];
  if (key === null) return false;
  const found =
    of === 'mailbox'
      ? yield* row(ofMailbox, { key, since, kind: kind ?? '' })
      : yield* row(of === 'site' ? ofSite : ofVisitor, { key, since });
  return Number(found?.mails ?? 0) >= max;
}

export function* queueMail(input: QueueMail): Operation<Queued> {
  const { untilEndOf, ...mail } = input;
  if (untilEndOf === undefined) return yield* addMail({ ...mail, conversationNo: null, state: 'waiting' });
  // Locked: it must not end between this look and the row that waits for its end.
  const conversation = yield* lockConversation(untilEndOf);
  const isOpen = conversation !== undefined && conversation.status !== 'closed';
  return yield* addMail({ ...mail, conversationNo: conversation?.no ?? null, state: isOpen ? 'held' : 'waiting' });
}

const release = prepare<{ no: number; at: number }>()((db, p) =>
  db
    .updateTable('mail')
    .set({ state: 'waiting', due_at: p.at })
    .where('conversation_no', '=', p.no)
    .where('state', '=', sql.lit('held')),
);

/** In the transaction that ends the conversation. */
export function* releaseMails(no: number, at: number): Operation<void> {
  yield* run(release, { no, at });
}

const due = prepare<{ now: number; limit: number }>()((db, p, dialect) => {
  const found = db
    .selectFrom('mail')
    .select(['id', 'document', 'site_id', 'address', 'mailbox', 'made_at', 'tries'])
    .where('state', '=', sql.lit('waiting'))
    .where('due_at', '<=', p.now)
    .where('lease_until', '<=', p.now)
    .orderBy('due_at')
    .limit(p.limit);
  return dialect === 'postgres' ? locked(found, dialect).skipLocked() : found;
});
const anyDue = prepare<{ now: number }>()((db, p) =>
  db
    .selectFrom('mail')
    .select('id')
    .where('state', '=', sql.lit('waiting'))
    .where('due_at', '<=', p.now)
    .where('lease_until', '<=', p.now)
    .limit(1),
);
const lease = prepare<{ id: string; until: number; tries: number }>()((db, p) =>
  db.updateTable('mail').set({ lease_until: p.until, tries: p.tries }).where('id', '=', p.id),
);

export function* isMailDue(now: number): Operation<boolean> {
  return (yield* row(anyDue, { now })) !== undefined;
}

export function* leaseMails(input: { now: number; until: number; limit: number }): Operation<LeasedMail[]> {
  const found = yield* rows(due, input);
  for (const { id, tries } of found) yield* run(lease, { id, until: input.until, tries: tries + 1 });
  return found.map((one) => ({
    ...{ id: one.id, document: JSON.parse(one.document), siteId: one.site_id, address: one.address },
    ...{ mailbox: one.mailbox, madeAt: one.made_at, tries: one.tries + 1 },
  }));
}

type Settled = Pick<MailTable, 'id' | 'tries' | 'state' | 'due_at' | 'reason' | 'ended_at'>;
const settle = prepare<Settled>()((db, p) =>
  db
    .updateTable('mail')
    .set({ state: p.state, due_at: p.due_at, lease_until: 0, reason: p.reason, ended_at: p.ended_at })
    .where('id', '=', p.id)
    .where('tries', '=', p.tries)
    .where('state', '=', sql.lit('waiting')),
);

export function* settleMail(input: Parameters<MailStore['settleMail']>[0]): Operation<boolean> {
  const { id, tries, end, at } = input;
  const isWaiting = end.state === 'waiting';
  const kept = yield* count(settle, {
    ...{ id, tries, state: end.state, reason: 'reason' in end ? end.reason : null },
    ...{ due_at: isWaiting ? end.dueAt : at, ended_at: isWaiting ? null : at },
  });
  return kept === 1;
}

const waitingNow = prepare()((db) => db.selectFrom('mail').select(many()).where('state', '=', sql.lit('waiting')));
const sentSince = prepare<{ since: number }>()((db, p) =>
  db.selectFrom('mail').select(many()).where('state', '=', sql.lit('sent')).where('made_at', '>', p.since),
);
const dead = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('mail')
    .select(['id', 'kind', 'address', 'made_at as madeAt', 'ended_at', 'tries', 'reason'])
    .where('state', '=', sql.lit('dead'))
    .orderBy('ended_at', 'desc')
    .limit(p.limit),
);
const revive = prepare<{ id: string; at: number }>()((db, p) =>
  db
    .updateTable('mail')
    .set({ state: 'waiting', due_at: p.at, tries: 0, lease_until: 0, reason: null, ended_at: null })
    .where('id', '=', p.id)
    .where('state', '=', sql.lit('dead')),
);
const dropOld = prepare<{ before: number; limit: number }>()((db, p) =>
  db
    .deleteFrom('mail')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('mail')
        .select('id')
        .where('made_at', '<', p.before)
        .where('state', '<>', sql.lit('waiting'))
        .orderBy('made_at')
        .limit(p.limit),
    ),
);

export function* readMailCounts(input: { sentSince: number }): Operation<{ waiting: number; sent: number }> {
  const waiting = Number((yield* row(waitingNow, {}))?.mails ?? 0);
  return { waiting, sent: Number((yield* row(sentSince, { since: input.sentSince }))?.mails ?? 0) };
}

export function* listDeadMails(limit: number): Operation<DeadMail[]> {
  const found = yield* rows(dead, { limit });
  return found.map(({ ended_at, reason, ...one }) => ({ ...one, endedAt: ended_at ?? 0, reason: reason ?? '' }));
}

export function* reviveMail(input: { id: string; at: number }): Operation<'revived' | 'not_found'> {
  return (yield* count(revive, input)) === 1 ? 'revived' : 'not_found';
}

export function* dropOldMails(input: { before: number; limit: number }): Operation<number> {
  return yield* count(dropOld, input);
}

const addStop = prepare<{ siteId: string; hash: string; at: number }>()((db, p) =>
  db
    .insertInto('mail_stop')
    .values({ site_id: p.siteId, mailbox_hash: p.hash, at: p.at })
    .onConflict((c) => c.columns(['site_id', 'mailbox_hash']).doNothing()),
);
const dropWaiting = prepare<{ siteId: string; mailbox: string; at: number }>()((db, p) =>
  db
    .updateTable('mail')
    .set({ state: 'dropped', reason: 'stopped', ended_at: p.at })
    .where('mailbox', '=', p.mailbox)
    .where('site_id', '=', p.siteId)
    .where('state', 'in', ['held', 'waiting']),
);

export function* stopMails(input: Parameters<MailStore['stopMails']>[0]): Operation<void> {
  const { siteId, mailboxHash: hash, mailbox, at } = input;
  yield* takeMailTurn();
  yield* run(addStop, { siteId, hash, at });
  yield* run(dropWaiting, { siteId, mailbox, at });
}
