import { sql } from 'kysely';
import type { FaceStore, NewPicture, StoredFace, StoredPicture } from '../face-store.ts';
import { listOf } from './list-of.ts';
import { insertOne, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { unlessKnown } from './unless-known.ts';

const byAgents = prepare<{ ids: string }>()((db, p, dialect) =>
  db
    .selectFrom('agent_face')
    .innerJoin('agent', 'agent.id', 'agent_face.agent_id')
    .select(['agent_id as agentId', 'title', 'picture_id as picture', 'agent.site_ids as siteIds'])
    .where('agent_id', 'in', listOf(p.ids, dialect)),
);
const byPicture = prepare<{ id: string }>()((db, p) =>
  db
    .selectFrom('agent_face')
    .innerJoin('agent', 'agent.id', 'agent_face.agent_id')
    .select(['picture_type as type', 'picture as content', 'agent.site_ids as siteIds'])
    .where('picture_id', '=', p.id),
);
const known = prepare<{ id: string }>()((db, p) => db.selectFrom('agent').select('id').where('id', '=', p.id));
const insert = prepare<{ agentId: string; title: string; at: number }>()((db, p, dialect) =>
  unlessKnown(
    db.insertInto('agent_face').values({
      ...{ agent_id: p.agentId, title: p.title, changed_at: p.at },
      ...{ picture_id: sql.lit(null), picture_type: sql.lit(null), picture: sql.lit(null) },
    }),
    dialect,
  ),
);
const setTitle = prepare<{ agentId: string; title: string; at: number }>()((db, p) =>
  db.updateTable('agent_face').set({ title: p.title, changed_at: p.at }).where('agent_id', '=', p.agentId),
);
const setPicture = prepare<{ agentId: string } & Nullable<NewPicture>>()((db, p) =>
  db
    .updateTable('agent_face')
    .set({ picture_id: p.id, picture_type: p.type, picture: p.content })
    .where('agent_id', '=', p.agentId),
);
type Nullable<T> = { [Name in keyof T]: T[Name] | null };
const NONE: Nullable<NewPicture> = { id: null, type: null, content: null };

export function* listFaces(agentIds: string[]): Operation<StoredFace[]> {
  const found = yield* rows(byAgents, { ids: JSON.stringify(agentIds) });
  return found.map((face) => ({ ...face, siteIds: JSON.parse(face.siteIds) as string[] }));
}

export function* setFace({
  picture,
  ...face
}: Parameters<FaceStore['setFace']>[0]): Operation<'changed' | 'not_found'> {
  const { agentId } = face;
  if (!(yield* row(known, { id: agentId }))) return 'not_found';
  if (!(yield* insertOne(insert, face))) yield* run(setTitle, face);
  if (picture !== undefined) yield* run(setPicture, { agentId, ...(picture ?? NONE) });
  return 'changed';
}

export function* findPicture(id: string): Operation<StoredPicture | undefined> {
  const found = yield* row(byPicture, { id });
  if (!found?.type || !found.content) return undefined;
  return { type: found.type, content: found.content, siteIds: JSON.parse(found.siteIds) as string[] };
}
