import { sql } from 'kysely';
import type { CalendarDocument } from '../../../protocol/wire/hours.ts';
import type { Stale } from '../changes.ts';
import type { KeptSettings, SetSettings, SettingsOwner } from '../service-store.ts';
import { count, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { keepQuestionWords } from './question-words.ts';

interface OwnerParams {
  kind: SettingsOwner['kind'];
  id: string;
}

interface KeepParams extends OwnerParams {
  document: string;
  at: number;
}

const replaced = (p: KeepParams) => ({
  document: p.document,
  changed_at: p.at,
  version: sql<number>`setting.version + 1`,
});

const all = prepare()((db) => db.selectFrom('setting').selectAll().orderBy('owner_kind').orderBy('owner_id'));
const keep = prepare<KeepParams>()((db, p) =>
  db
    .insertInto('setting')
    .values({ owner_kind: p.kind, owner_id: p.id, document: p.document, changed_at: p.at, version: 1 })
    .onConflict((c) => c.columns(['owner_kind', 'owner_id']).doUpdateSet(replaced(p))),
);
const keepIf = prepare<KeepParams & { basedOn: number }>()((db, p) =>
  db
    .insertInto('setting')
    .values({ owner_kind: p.kind, owner_id: p.id, document: p.document, changed_at: p.at, version: 1 })
    .onConflict((c) =>
      c.columns(['owner_kind', 'owner_id']).doUpdateSet(replaced(p)).where('setting.version', '=', p.basedOn),
    ),
);
const calendars = prepare<OwnerParams>()((db, p) =>
  db
    .selectFrom('calendar')
    .select(['valid_from as validFrom', 'document'])
    .where('owner_kind', '=', p.kind)
    .where('owner_id', '=', p.id)
    .orderBy('valid_from'),
);
const inForce = prepare<OwnerParams>()((db, p) =>
  db
    .selectFrom('calendar')
    .select(['valid_from as validFrom', 'document'])
    .where('owner_kind', '=', p.kind)
    .where('owner_id', '=', p.id)
    .orderBy('valid_from', 'desc')
    .limit(1),
);
const addCalendar = prepare<OwnerParams & { validFrom: number; document: string | null }>()((db, p) =>
  db
    .insertInto('calendar')
    .values({ owner_kind: p.kind, owner_id: p.id, valid_from: p.validFrom, document: p.document })
    .onConflict((c) => c.columns(['owner_kind', 'owner_id', 'valid_from']).doUpdateSet({ document: p.document })),
);

export function* listSettings(): Operation<KeptSettings[]> {
  return (yield* rows(all, {})).map((kept) => ({
    owner: { kind: kept.owner_kind, id: kept.owner_id } as never,
    document: JSON.parse(kept.document),
    changedAt: kept.changed_at,
    version: kept.version,
  }));
}

export function* setSettings({ owner, document, at, basedOn }: SetSettings): Operation<{ result: 'kept' } | Stale> {
  // First, because its row makes two who save at once wait for each other.
  const kept = { ...owner, document: JSON.stringify(document), at };
  if (basedOn === undefined) yield* run(keep, kept);
  else if ((yield* count(keepIf, { ...kept, basedOn })) === 0) return { result: 'stale' };
  if ('feedback' in document) yield* keepQuestionWords(owner.id, document.feedback.words, at);
  const hours = document.hours === null ? null : JSON.stringify(document.hours);
  const last = yield* row(inForce, owner);
  if ((last?.document ?? null) === hours) return { result: 'kept' };
  // H9: a clock that was put back must not put a new version before the old one.
  yield* run(addCalendar, { ...owner, validFrom: Math.max(at, last?.validFrom ?? at), document: hours });
  return { result: 'kept' };
}

export function* listCalendars(
  owner: SettingsOwner,
): Operation<{ validFrom: number; document: CalendarDocument | null }[]> {
  return (yield* rows(calendars, owner)).map(({ validFrom, document }) => ({
    validFrom,
    document: document === null ? null : (JSON.parse(document) as CalendarDocument),
  }));
}
