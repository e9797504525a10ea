import type { Timeline } from '../../protocol/client/timeline.ts';
import type { AgentCard, Entry, MessageEntry } from '../../protocol/wire/model.ts';
import type { LongStanding } from '../../protocol/wire/thread.ts';

/** Entries of a long thread in a row, which need not begin with the first. Pure folds, beside the timeline's own. */
export function stretchOf(end: Timeline, entries: readonly Entry[]): Timeline {
  return { ...end, entries, last: entries.at(-1)?.seq ?? 0 };
}

/** `seq` of the first entry that is held. */
export function firstOf({ entries, last }: Timeline): number {
  return entries[0]?.seq ?? last + 1;
}

/** Only what joins without a hole, and once. */
export function withAbove(stretch: Timeline, above: readonly Entry[]): Timeline {
  const first = firstOf(stretch);
  const older = above.filter(({ seq }) => seq < first);
  if (older.at(-1)?.seq !== first - 1) return stretch;
  return { ...stretch, entries: revisedBy([...older, ...stretch.entries], stretch.entries) };
}

export function withBelow(stretch: Timeline, below: readonly Entry[]): Timeline {
  const newer = below.filter(({ seq }) => seq > stretch.last);
  if (newer[0]?.seq !== stretch.last + 1) return stretch;
  return { ...stretch, entries: revisedBy([...stretch.entries, ...newer], newer), last: newer.at(-1)?.seq ?? 0 };
}

/** C18: words that were changed further down, where the message is among these. */
export function revisedBy(entries: readonly Entry[], later: readonly Entry[]): readonly Entry[] {
  const first = entries[0]?.seq ?? 1;
  let revised: Entry[] | null = null;
  for (const entry of later) {
    if (entry.kind !== 'revised') continue;
    const said = entries[entry.of - first];
    if (said?.kind !== 'message') continue;
    revised ??= [...entries];
    revised[entry.of - first] = { ...said, body: entry.body, file: undefined, revisedAt: entry.at } as MessageEntry;
  }
  return revised ?? entries;
}

/** The shortest thread that stands like this one, so that the same folds tell of both. */
export function entriesLike(standing: LongStanding): Entry[] {
  const { head: seq, openedAt: at, status, episode, agent, participants, email, score } = standing;
  const entries: Entry[] = [{ kind: 'queued', seq, at, episode, reason: 'opened' }];
  const add = (kind: 'assigned' | 'joined', one: AgentCard) => entries.push({ kind, seq, at, episode, agent: one });
  if (agent) add('assigned', agent);
  for (const one of participants) add('joined', one);
  if (email !== null) entries.push({ kind: 'contact', seq, at, email });
  if (status === 'closed') entries.push({ kind: 'closed', seq, at, episode, by: 'system' });
  if (score !== null) entries.push({ kind: 'rated', seq, at, episode, score });
  return entries;
}
