import { Router } from 'express';
import type { Answer } from '../../protocol/wire/errors.ts';
import type { FollowUp, FollowUpList, FollowUpPlace } from '../../protocol/wire/feedback.ts';
import { feedbackFilter, followUpsOf } from '../../protocol/wire/feedback-schemas.ts';
import { REPORT_ROWS_MAX } from '../../protocol/wire/limits.ts';
import { REPORT_FILE_ROWS_MAX } from '../../protocol/wire/report-limits.ts';
import { agentRequests } from '../../protocol/wire/schemas.ts';
import { parse } from '../gateway/refuse.ts';
import { askBusiness } from '../usecases/business-desk.ts';
import type { AgentSubject } from '../usecases/context.ts';
import { listFollowUps } from '../usecases/follow-ups.ts';
import type { IdentifyParts } from './agent-gate.ts';
import { asTable } from './as-table.ts';
import { FEEDBACK_HEAD, FOLLOW_UP_HEAD, feedbackCells, followUpCells } from './feedback-tables.ts';
import { wholeFile } from './whole-file.ts';

/** What visitors said, and what is made of it (docs/feedback.md), as JSON or as CSV. */
export function createFeedbackRoutes(parts: IdentifyParts): Router {
  const { context, dispatch } = parts;
  const routes = Router();
  routes.get(
    '/feedback',
    asTable(
      parts,
      'feedback',
      async (subject, request) => {
        const period = parse(agentRequests.period, request.query);
        if (!period.ok) return period;
        const which = parse(feedbackFilter, request.query.which ?? 'all');
        if (!which.ok) return { ...which, field: 'which' };
        // A file holds them all, a page the latest.
        const limit = request.query.format === 'csv' ? REPORT_FILE_ROWS_MAX : REPORT_ROWS_MAX;
        const input = { ...period.input, which: which.input, limit };
        const { format } = request.query;
        return dispatch.guard('feedback', async () =>
          wholeFile(await askBusiness(context, subject, 'feedback', input), format),
        );
      },
      ({ lines }) => ({ head: FEEDBACK_HEAD, lines: lines.map(feedbackCells) }),
    ),
  );
  const read = (subject: AgentSubject, list: 'open' | 'done', after?: FollowUpPlace) =>
    dispatch.guard('followup:list', () => listFollowUps(context, subject, { list, after }));
  routes.get(
    '/followups',
    asTable<FollowUpList>(
      parts,
      'followups',
      async (subject, request) => {
        const list = parse(followUpsOf, request.query.list ?? 'open');
        return list.ok ? read(subject, list.input) : { ...list, field: 'list' };
      },
      (first, subject, request) => {
        const list = request.query.list === 'done' ? 'done' : 'open';
        return { head: FOLLOW_UP_HEAD, lines: allOf(first, list, (after) => read(subject, list, after)) };
      },
    ),
  );
  return routes;
}

/** Page after page; what goes wrong in the middle cuts the file off. */
async function* allOf(
  first: FollowUpList,
  list: 'open' | 'done',
  next: (after: FollowUpPlace) => Promise<Answer<FollowUpList>>,
) {
  for (let page = first; ; ) {
    for (const one of page.followUps) yield followUpCells(one);
    const last = page.followUps.at(-1);
    if (!page.more || !last) return;
    const answer = await next(placeOf(last, list));
    if (!answer.ok) throw new Error(`The list ended half-way: ${answer.error}.`);
    page = answer.value;
  }
}

function placeOf({ id, dueAt, done }: FollowUp, list: 'open' | 'done'): FollowUpPlace {
  return { id, at: list === 'done' ? (done?.at ?? dueAt) : dueAt };
}
