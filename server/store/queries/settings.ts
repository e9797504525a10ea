import type { CalendarDocument } from '../../../protocol/wire/hours.ts';
import type { KeptSettings, SetSettings, SettingsOwner } from '../service-store.ts';
import { type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

interface OwnerParams {
  kind: SettingsOwner['kind'];
  id: string;
}

const all = prepare()((db) => db.selectFrom('setting').selectAll().orderBy('owner_kind').orderBy('owner_id'));
const keep = prepare<OwnerParams & { document: string; at: number }>()((db, p) =>
  db
    .insertInto('setting')
    .values({ owner_kind: p.kind, owner_id: p.id, document: p.document, changed_at: p.at })
    .onConflict((c) => c.columns(['owner_kind', 'owner_id']).doUpdateSet({ document: p.document, changed_at: p.at })),
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
  }));
}

export function* setSettings({ owner, document, at }: SetSettings): Operation<void> {
  // First, because its row makes two who save at once wait for each other.
  yield* run(keep, { ...owner, document: JSON.stringify(document), at });
  const hours = document.hours === null ? null : JSON.stringify(document.hours);
  const last = yield* row(inForce, owner);
  if ((last?.document ?? null) === hours) return;
  // H9: a clock that was put back must not put a new version before the old one.
  yield* run(addCalendar, { ...owner, validFrom: Math.max(at, last?.validFrom ?? at), document: hours });
}

export function* listCalendars(
  owner: SettingsOwner,
): Operation<{ validFrom: number; document: CalendarDocument | null }[]> {
  return (yield* rows(calendars, owner)).map(({ validFrom, document }) => ({
    validFrom,
    document: document === null ? null : (JSON.parse(document) as CalendarDocument),
  }));
}
