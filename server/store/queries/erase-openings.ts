import { type Operation, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';

const openings = prepare<{ no: number }>()((db, p) =>
  db.selectFrom('opening').select(['episode', 'page', 'segments']).where('conversation_no', '=', p.no),
);
const keep = prepare<{ no: number; episode: number; page: string | null; segments: string }>()((db, p) =>
  db
    .updateTable('opening')
    .set({ page: p.page, segments: p.segments })
    .where('conversation_no', '=', p.no)
    .where('episode', '=', p.episode),
);

/** Segments that the relay itself found; all others are words that a page said of her. */
const OWN_SEGMENT = /^(?:(?:new|returning)$|message:)/;

/** J12: a path may name her as a tag does. Of which host an episode is, and whether she was there before, is counted. */
export function* eraseOpenings(no: number): Operation<void> {
  for (const { episode, page, segments } of yield* rows(openings, { no })) {
    const own = (JSON.parse(segments) as string[]).filter((one) => OWN_SEGMENT.test(one));
    yield* run(keep, { no, episode, page: page?.replace(/\/.*$/s, '/') ?? null, segments: JSON.stringify(own) });
  }
}
