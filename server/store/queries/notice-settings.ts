import { sql } from 'kysely';
import { NOTICE_SETTINGS_DEFAULT, type NoticeSettings } from '../../../protocol/wire/notices.ts';
import type { PushKey } from '../notice-store.ts';
import { type Operation, row, run } from './operation.ts';
import { prepare } from './prepare.ts';

const find = prepare<{ agentId: string }>()((db, p) =>
  db.selectFrom('agent_notices').select('document').where('agent_id', '=', p.agentId),
);
const set = prepare<{ agentId: string; document: string; at: number }>()((db, p) =>
  db
    .insertInto('agent_notices')
    .values({ agent_id: p.agentId, document: p.document, changed_at: p.at })
    .onConflict((c) => c.column('agent_id').doUpdateSet({ document: p.document, changed_at: p.at })),
);
const key = prepare()((db) =>
  db
    .selectFrom('push_key')
    .select(['public_key as publicKey', 'private_key as privateKey'])
    .where('one', '=', sql.lit(1)),
);
const addKey = prepare<PushKey & { at: number }>()((db, p) =>
  db
    .insertInto('push_key')
    .values({ one: sql.lit(1), public_key: p.publicKey, private_key: p.privateKey, made_at: p.at })
    .onConflict((c) => c.column('one').doNothing()),
);

/** What was chosen in an older release names fewer kinds. */
export function* readNoticeSettings(agentId: string): Operation<NoticeSettings | undefined> {
  const found = yield* row(find, { agentId });
  if (!found) return undefined;
  const kept = JSON.parse(found.document) as NoticeSettings;
  return { ...NOTICE_SETTINGS_DEFAULT, ...kept, ways: { ...NOTICE_SETTINGS_DEFAULT.ways, ...kept.ways } };
}

export function* setNoticeSettings(input: { agentId: string; settings: NoticeSettings; at: number }): Operation<void> {
  const { agentId, settings, at } = input;
  yield* run(set, { agentId, document: JSON.stringify(settings), at });
}

export function* readPushKey(): Operation<PushKey | undefined> {
  return yield* row(key, {});
}

/** Two nodes that start together keep one key: the first. */
export function* keepPushKey(input: { made: PushKey; at: number }): Operation<PushKey> {
  yield* run(addKey, { ...input.made, at: input.at });
  return (yield* row(key, {})) ?? input.made;
}
