import { type Holder, may } from '../../protocol/wire/permissions.ts';
import type { Question, QuestionEnd } from '../../protocol/wire/questions.ts';

export interface Colleague extends Holder {
  id: string;
  departments: readonly { departmentId: string }[];
}

/** T16: it is for this colleague to answer. */
export function isAsked(
  colleague: Colleague,
  { by, to, department }: Pick<Question, 'by' | 'to' | 'department'>,
): boolean {
  if (colleague.id === by.id || !may(colleague, 'conversation:serve')) return false;
  if (to) return to.id === colleague.id;
  return department !== null && colleague.departments.some(({ departmentId }) => departmentId === department.id);
}

/**
 * T16: whoever is asked answers and declines, whoever asked takes it back. Who has the conversation now stands in for the
 * asker (T18), and who directs the team for both: colleagues leave with questions open.
 */
export function mayEnd(colleague: Colleague, question: Question, servedBy: string | null, how: QuestionEnd): boolean {
  if (!may(colleague, 'conversation:serve')) return false;
  if (may(colleague, 'conversation:direct')) return how !== 'declined' || colleague.id !== question.by.id;
  if (how === 'withdrawn') return colleague.id === question.by.id || colleague.id === servedBy;
  return isAsked(colleague, question);
}
