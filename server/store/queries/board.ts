import type { BoardDecision } from '../../../protocol/wire/board.ts';
import type { AgentCard } from '../../../protocol/wire/model.ts';
import type { Member } from '../../../protocol/wire/team.ts';
import type { ReadBoard, StoredBoard, StoredLine } from '../team-store.ts';
import { listMembers } from './members.ts';
import { type Operation, row, rows } from './operation.ts';
import { prepare } from './prepare.ts';
import { toTeamEntry } from './team-entries.ts';

const countIn = (status: 'queued' | 'active') =>
  prepare()((db) =>
    db
      .selectFrom('conversation')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where('status', '=', status),
  );
const queuedTotal = countIn('queued');
const activeTotal = countIn('active');
const unansweredTotal = prepare()((db) =>
  db
    .selectFrom('conversation')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('status', '=', 'active')
    .where('wait_started_at', 'is not', null),
);
const agentTotal = prepare()((db) => db.selectFrom('agent').select((eb) => eb.fn.countAll<number>().as('total')));

const LINE = [
  'conversation.id',
  'conversation.queued_at as queuedAt',
  'conversation.wait_started_at as waitingSince',
  'conversation.agent_id as agentId',
  'conversation.site_id as siteId',
  'conversation.department_id as departmentId',
  'visitor.label',
  'site.name as siteName',
  'agent.name as agentName',
  'opening.target_ms as keptTargetMs',
] as const;
const waitingInQueue = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .innerJoin('site', 'site.id', 'conversation.site_id')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .leftJoin('agent', 'agent.id', 'conversation.agent_id')
    .leftJoin('opening', (join) =>
      join
        .onRef('opening.conversation_no', '=', 'conversation.no')
        .onRef('opening.episode', '=', 'conversation.episode'),
    )
    .select(LINE)
    .where('conversation.status', '=', 'queued')
    .orderBy('conversation.queued_at')
    .orderBy('conversation.no')
    .limit(p.limit),
);
const waitingForAnswer = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .innerJoin('site', 'site.id', 'conversation.site_id')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .leftJoin('agent', 'agent.id', 'conversation.agent_id')
    .leftJoin('opening', (join) =>
      join
        .onRef('opening.conversation_no', '=', 'conversation.no')
        .onRef('opening.episode', '=', 'conversation.episode'),
    )
    .select(LINE)
    .where('conversation.status', '=', 'active')
    .where('conversation.wait_started_at', 'is not', null)
    .orderBy('conversation.wait_started_at')
    .orderBy('conversation.no')
    .limit(p.limit),
);
const decided = prepare<{ limit: number }>()((db, p) =>
  db
    .selectFrom('team_entry')
    .innerJoin('conversation', 'conversation.no', 'team_entry.conversation_no')
    .innerJoin('visitor', 'visitor.id', 'conversation.visitor_id')
    .leftJoin('agent as doer', 'doer.id', 'team_entry.by_id')
    .leftJoin('agent as target', 'target.id', 'team_entry.to_id')
    .selectAll('team_entry')
    .select(['doer.name as by_name', 'target.name as to_name', 'conversation.id as conversationId', 'visitor.label'])
    .where('team_entry.kind', '<>', 'note')
    .orderBy('team_entry.at', 'desc')
    .orderBy('team_entry.conversation_no', 'desc')
    .orderBy('team_entry.number', 'desc')
    .limit(p.limit),
);

type Line = NonNullable<typeof waitingInQueue.row>;

/** One moment. Every list has its bound, so the picture costs the same on a busy day as on a quiet one. */
export function* readBoard(input: ReadBoard): Operation<StoredBoard> {
  const { now, linesMax, membersMax, decisionsMax } = input;
  const total = function* (query: typeof agentTotal): Operation<number> {
    return Number((yield* row(query, {}))?.total ?? 0);
  };
  const members = yield* listMembers({ now, limit: membersMax });
  return {
    at: now,
    queue: {
      total: yield* total(queuedTotal),
      conversations: (yield* rows(waitingInQueue, { limit: linesMax })).map(toLine),
    },
    serving: {
      total: yield* total(activeTotal),
      unanswered: yield* total(unansweredTotal),
      waiting: (yield* rows(waitingForAnswer, { limit: linesMax })).map(toLine),
    },
    team: { total: yield* total(agentTotal), members: members.toSorted(byPresence) },
    decisions: (yield* rows(decided, { limit: decisionsMax })).flatMap(toDecision),
  };
}

function toLine({ agentId, agentName, ...line }: Line): StoredLine {
  return { ...line, agent: card(agentId, agentName) };
}

function toDecision(found: NonNullable<typeof decided.row>): BoardDecision[] {
  const entry = toTeamEntry(found, card(found.by_id, found.by_name), card(found.to_id, found.to_name));
  return entry.kind === 'note' ? [] : [{ conversationId: found.conversationId, label: found.label, entry }];
}

function card(id: string | null, name: string | null): AgentCard | null {
  return id === null ? null : { id, name: name ?? '' };
}

/** At work, then there but away, then gone; the list came by name. */
function byPresence(one: Member, other: Member): number {
  return rankOf(other) - rankOf(one);
}

function rankOf(member: Member): number {
  if (member.present) return member.availability === 'available' ? 3 : 2;
  return member.load > 0 ? 1 : 0;
}
