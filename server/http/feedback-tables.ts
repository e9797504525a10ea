import type { FeedbackLine, FollowUp } from '../../protocol/wire/feedback.ts';
import type { Cell } from './csv.ts';
import { spellWords } from './measure-tables.ts';

/** The columns of what visitors said and of what is made of it; a table reproduces the list. */

export const FEEDBACK_HEAD = [
  ...['conversationId', 'at', 'label', 'siteName', 'agentName', 'score', 'effort', 'recommend', 'solved', 'reasons'],
  ...['complaint', 'comment', 'followUpId', 'followUpDueAt', 'followUpDoneAt', 'followUpOutcome'],
  ...['askedScore', 'askedEffort', 'askedRecommend', 'isHit'],
];

export function feedbackCells(line: FeedbackLine): Cell[] {
  const { conversationId, at, label, siteName, agentName, score, effort, recommend, solved, reasons, followUp, asked } =
    line;
  return [
    ...[conversationId, at, label, siteName, agentName, score, effort, recommend, solved, reasons.join('; ')],
    ...[line.complaint, line.comment, followUp?.id, followUp?.dueAt, followUp?.doneAt, followUp?.outcome],
    ...[asked.score, asked.effort, asked.recommend].map((words = {}) => spellWords(words)),
    line.isHit,
  ];
}

export const FOLLOW_UP_HEAD = [
  ...['id', 'conversationId', 'episode', 'kind', 'causes', 'label', 'siteName', 'score', 'comment', 'note', 'owner'],
  ...['by', 'madeAt', 'dueAt', 'doneAt', 'doneBy', 'outcome', 'doneNote'],
];

export function followUpCells({ causes, owner, by, done, ...one }: FollowUp): Cell[] {
  const { id, conversationId, episode, kind, label, siteName, score, comment, note, madeAt, dueAt } = one;
  return [
    ...[id, conversationId, episode, kind, causes.join('; '), label, siteName, score, comment, note, owner?.name],
    ...[by?.name, madeAt, dueAt, done?.at, done?.by?.name, done?.outcome, done?.note],
  ];
}
