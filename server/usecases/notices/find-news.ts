import { LOW_SCORE_MAX, type NoticeKind } from '../../../protocol/wire/notices.ts';
import type { Question } from '../../../protocol/wire/questions.ts';
import type { Notice } from '../context.ts';

/** Something that an agent may want to be told of while she looks elsewhere. */
export interface News {
  kind: NoticeKind;
  /** Null: everybody who answers. */
  agentId: string | null;
  conversationId: string;
  /** The same for the same event, whoever sees it (NT7). */
  cause: string;
  /** Somebody's words, where they are not the conversation's last ones. */
  text?: string | undefined;
  /** Who did it, where it is no visitor. */
  who?: string | undefined;
}

/** NT7: what of these facts is news, and to whom. */
export function findNews(notices: readonly Notice[]): News[] {
  return notices.flatMap((notice) => (FINDERS[notice.tell] as Finder | undefined)?.(notice as never) ?? []);
}

/** Of a department's question: whoever is told, but for the asker and who serves. */
function isAsked({ to, department }: Question, agentId: string): boolean {
  return to ? to.id === agentId : department !== null;
}

type Finder = (notice: never) => News[];
type Of<Tell extends Notice['tell']> = Extract<Notice, { tell: Tell }>;

const FINDERS: Partial<Record<Notice['tell'], Finder>> = {
  entries: ({ conversationId, agentId, entries }: Of<'entries'>) =>
    entries.flatMap((entry): News[] => {
      const at = { conversationId, cause: `${entry.kind} ${conversationId} ${entry.seq}` };
      if (entry.kind === 'message' && entry.author === 'visitor' && agentId !== null)
        return [{ ...at, kind: 'message', agentId, text: entry.body }];
      if (entry.kind === 'assigned') return [{ ...at, kind: 'assigned', agentId: entry.agent.id }];
      if (entry.kind === 'queued') return [{ ...at, kind: 'queued', agentId: null }];
      const isLow = entry.kind === 'rated' && (entry.score <= LOW_SCORE_MAX || entry.complaint === true);
      return isLow && agentId !== null ? [{ ...at, kind: 'low_rating', agentId, text: entry.comment }] : [];
    }),
  team: ({ conversationId, entries }: Of<'team'>) =>
    entries.flatMap((entry): News[] => {
      if (entry.kind !== 'asked') return [];
      const { number, to, by, note } = entry;
      const cause = `asked ${conversationId} ${number}`;
      return [{ kind: 'ask', agentId: to.id, conversationId, cause, text: note, who: by?.name }];
    }),
  mention: ({ agentId, mention }: Of<'mention'>) => {
    const { conversationId, number, by, text } = mention;
    const cause = `mention ${conversationId} ${number}`;
    return [{ kind: 'mention', agentId, conversationId, cause, text, who: by.name }];
  },
  question: ({ question, why, agentIds }: Of<'question'>) => {
    const { id, conversationId, by, endedBy, text, answer, version } = question;
    if (why === 'seen' || why === 'withdrawn') return [];
    const at = { conversationId, cause: `question ${id} ${why} ${version}` };
    const asked = agentIds.filter((agentId) => agentId !== by.id && isAsked(question, agentId));
    const toThem = asked.map((agentId): News => ({ ...at, kind: 'ask', agentId, text, who: by.name }));
    if (why === 'asked') return toThem;
    const answered: News = { ...at, kind: 'mention', agentId: by.id, text: answer ?? text, who: endedBy?.name };
    return why === 'overdue' ? [...toThem, answered] : endedBy?.id === by.id ? [] : [answered];
  },
  planned: ({ planned: { id, version, state, by, conversationId, body } }: Of<'planned'>) =>
    state === 'held'
      ? [{ kind: 'held', agentId: by.id, conversationId, cause: `held ${id} ${version}`, text: body }]
      : [],
  followUp: ({ followUp, why }: Of<'followUp'>) => {
    const { id, owner, conversationId, dueAt, note } = followUp;
    if (why !== 'overdue' || !owner) return [];
    const cause = `follow-up ${id} ${dueAt}`;
    return [{ kind: 'follow_up', agentId: owner.id, conversationId, cause, text: note ?? undefined }];
  },
};
