import type { EpisodeOpening } from '../fact-store.ts';
import { type Operation, run } from './operation.ts';
import { prepare } from './prepare.ts';

interface NewOpening {
  no: number;
  episode: number;
  departmentId: string | null;
  language: string | null;
  page: string | null;
  topic: string | null;
  segments: string;
  closedThen: number;
  targetMs: number | null;
}

const insert = prepare<NewOpening>()((db, p) =>
  db.insertInto('opening').values({
    conversation_no: p.no,
    episode: p.episode,
    department_id: p.departmentId,
    language: p.language,
    page: p.page,
    topic: p.topic,
    segments: p.segments,
    closed_then: p.closedThen,
    target_ms: p.targetMs,
  }),
);
const move = prepare<{ no: number; episode: number; departmentId: string | null }>()((db, p) =>
  db
    .updateTable('opening')
    .set({ department_id: p.departmentId })
    .where('conversation_no', '=', p.no)
    .where('episode', '=', p.episode),
);

/** In the transaction that opens the episode, so that no episode is without it. */
export function* keepOpening(
  where: { no: number; episode: number; departmentId: string | null; held: boolean },
  opening: EpisodeOpening | undefined,
): Operation<void> {
  const { no, episode, departmentId, held } = where;
  const { language = null, page = null, topic = null, segments = [], targetMs = null } = opening ?? {};
  yield* run(insert, {
    ...{ no, episode, departmentId, language, page, topic, targetMs },
    segments: JSON.stringify(segments),
    closedThen: held ? 1 : 0,
  });
}

/** Its figures move with it: an episode counts where it stood last. */
export function* moveOpening(no: number, episode: number, departmentId: string | null): Operation<void> {
  yield* run(move, { no, episode, departmentId });
}
