import type { AgentCard } from '../../../protocol/wire/model.ts';
import type { ReasonEntry, TeamEntry, TeamPage } from '../../../protocol/wire/team.ts';
import { readCard } from './entries.ts';
import { insertOne, type Operation, row, rows, run } from './operation.ts';
import { prepare } from './prepare.ts';
import { readIds, readWhy } from './read-why.ts';
import type { TeamEntryTable } from './tables.ts';
import { unlessKnown } from './unless-known.ts';

const insert = prepare<TeamEntryTable>()((db, p, dialect) =>
  unlessKnown(
    db.insertInto('team_entry').values({
      conversation_no: p.conversation_no,
      number: p.number,
      at: p.at,
      after_seq: p.after_seq,
      kind: p.kind,
      how: p.how,
      by_id: p.by_id,
      to_id: p.to_id,
      client_id: p.client_id,
      body: p.body,
      department: p.department,
      mentions: p.mentions,
    }),
    dialect,
  ),
);
const place = prepare<{ id: string }>()((db, p) =>
  db.selectFrom('conversation').select(['no', 'team_head']).where('id', '=', p.id),
);
const after = prepare<{ no: number; afterNumber: number; limit: number }>()((db, p) =>
  db
    .selectFrom('team_entry')
    .leftJoin('agent as doer', 'doer.id', 'team_entry.by_id')
    .leftJoin('agent as target', 'target.id', 'team_entry.to_id')
    .selectAll('team_entry')
    .select(['doer.name as by_name', 'target.name as to_name'])
    .where('team_entry.conversation_no', '=', p.no)
    .where('team_entry.number', '>', p.afterNumber)
    .orderBy('team_entry.number')
    .limit(p.limit),
);

/** What is to be written down, before it has its number. */
export type TeamDraft = Partial<
  Pick<TeamEntryTable, 'how' | 'by_id' | 'to_id' | 'client_id' | 'body' | 'department' | 'mentions'>
> & { kind: TeamEntryTable['kind'] };

export interface TeamPlace {
  no: number;
  /** Of the entry that is written. */
  number: number;
  afterSeq: number;
  at: number;
}

/** Undefined: this author has sent this `clientId` before. */
export function* addTeamEntry(where: TeamPlace, draft: TeamDraft): Operation<TeamEntry | undefined> {
  const given: TeamEntryTable = {
    how: null,
    by_id: null,
    to_id: null,
    client_id: null,
    body: null,
    department: null,
    mentions: null,
    ...draft,
    conversation_no: where.no,
    number: where.number,
    at: where.at,
    after_seq: where.afterSeq,
  };
  if (draft.kind === 'note') {
    if (!(yield* insertOne(insert, given))) return undefined;
  } else yield* run(insert, given);
  const by = given.by_id === null ? null : yield* readCard(given.by_id);
  return toTeamEntry(given, by, given.to_id === null ? null : yield* readCard(given.to_id));
}

export function* readTeamPage(input: {
  conversationId: string;
  afterNumber: number;
  limit: number;
}): Operation<TeamPage | undefined> {
  const { conversationId, afterNumber, limit } = input;
  const state = yield* row(place, { id: conversationId });
  if (!state) return undefined;
  const found = yield* rows(after, { no: state.no, afterNumber, limit });
  const entries = found.map((one) => toTeamEntry(one, card(one.by_id, one.by_name), card(one.to_id, one.to_name)));
  const { team_head: head } = state;
  return { conversationId, entries, head, more: (entries.at(-1)?.number ?? head) < head };
}

function card(id: string | null, name: string | null): AgentCard | null {
  return id === null ? null : { id, name: name ?? '' };
}

const UNKNOWN: AgentCard = { id: '', name: '' };

/** Words are the console's; here are only the facts. */
export function toTeamEntry(stored: TeamEntryTable, by: AgentCard | null, to: AgentCard | null): TeamEntry {
  const { number, at, after_seq: afterSeq, kind, how, body } = stored;
  const placed = { number, at, afterSeq, by };
  const note = body === null ? {} : { note: body };
  switch (kind) {
    case 'note':
      return {
        kind,
        ...placed,
        clientId: stored.client_id ?? `emptied-${number}`,
        body: body ?? '',
        ...mentionsOf(stored),
      };
    case 'reason':
      return toReason(stored, placed, to ?? UNKNOWN);
    case 'asked':
      return { kind, ...placed, ask: how as 'transfer', to: to ?? UNKNOWN, ...note };
    case 'ask_ended': {
      const [ask, end] = (how ?? '').split(' ');
      return { kind, ...placed, ask: ask as 'transfer', to: to ?? UNKNOWN, how: end as 'declined' };
    }
    case 'moved':
      return {
        ...{ kind, ...placed, ...note },
        ...(stored.department === null ? {} : { department: stored.department }),
        ...(how === 'visitor' && { asked: how }),
      };
  }
}

function mentionsOf({ mentions }: TeamEntryTable): { mentions?: string[] } {
  return mentions === null ? {} : { mentions: readIds(mentions) };
}

function toReason(
  { how, body }: TeamEntryTable,
  placed: Omit<ReasonEntry, 'kind' | 'agent' | 'how' | 'reason'>,
  agent: AgentCard,
): ReasonEntry {
  const kind = 'reason';
  if (how !== null && how !== 'routed') return { kind, ...placed, agent, how: how as 'picked', reason: body ?? '' };
  // What was stored before reasons were values is a sentence.
  if (!body?.startsWith('{')) return { kind, ...placed, agent, how: 'routed', reason: body ?? '' };
  const why = readWhy(body);
  // What cannot be read still says who it went to.
  return { kind, ...placed, agent, how: 'routed', ...(why ? { reason: '', why } : { reason: agent.name }) };
}
