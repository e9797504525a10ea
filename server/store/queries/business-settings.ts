import { sql } from 'kysely';
import type { BusinessSettings } from '../../../protocol/wire/business.ts';
import type { KeptBusinessSettings } from '../business-store.ts';
import type { Stale } from '../changes.ts';
import { count, type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';

/** Versions that are told; all are kept. */
const HISTORY_MAX = 20;

const last = prepare()((db) =>
  db.selectFrom('business_setting').select(['version', 'document']).orderBy('version', 'desc').limit(1),
);
const history = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('business_setting')
    .leftJoin('agent', 'agent.id', 'business_setting.agent_id')
    .select(['version', 'business_setting.at', 'agent.name as by'])
    .orderBy('version', 'desc')
    .limit(p.limit),
);
/** Of two who save at once one finds its version taken. */
const add = prepare<{ version: number; document: string; at: number; agentId: string }>()((db, p) =>
  db
    .insertInto('business_setting')
    .values({ version: sql<number>`${p.version}`, document: p.document, at: p.at, agent_id: p.agentId })
    .onConflict((c) => c.doNothing()),
);

export function* readBusinessSettings(): Operation<KeptBusinessSettings> {
  const kept = yield* row(last, {});
  return {
    document: kept ? (JSON.parse(kept.document) as BusinessSettings) : null,
    version: kept?.version ?? 0,
    history: yield* rows(history, { limit: HISTORY_MAX }),
  };
}

export function* setBusinessSettings(input: {
  document: BusinessSettings;
  basedOn: number | undefined;
  agentId: string;
  at: number;
}): Operation<{ result: 'kept' } | Stale> {
  const version = (yield* row(last, {}))?.version ?? 0;
  if (input.basedOn !== undefined && input.basedOn !== version) return { result: 'stale' };
  const document = JSON.stringify(input.document);
  const added = yield* count(add, { version: version + 1, document, at: input.at, agentId: input.agentId });
  return added === 1 ? { result: 'kept' } : { result: 'stale' };
}
