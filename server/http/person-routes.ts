import { type Request, Router } from 'express';
import { peopleRequests } from '../../protocol/wire/people-schemas.ts';
import { parse } from '../gateway/refuse.ts';
import type { Schema } from '../gateway/rows.ts';
import type { SiteDirectory } from '../gateway/site-directory.ts';
import type { Report } from '../observe/report.ts';
import type { AgentSubject, Done } from '../usecases/context.ts';
import { blockPerson, endBlock, listBlocks } from '../usecases/people/blocks.ts';
import { erasePerson } from '../usecases/people/erase-person.ts';
import { eraseAbout, exportPerson } from '../usecases/people/export-person.ts';
import { mergePeople, planMerge, undoMerge } from '../usecases/people/merge.ts';
import * as notes from '../usecases/people/notes.ts';
import { inviteVisitor, listPresent } from '../usecases/people/present-visitors.ts';
import { readPerson, readPersonOf } from '../usecases/people/read-person.ts';
import { createAsAgent, type IdentifyParts } from './agent-gate.ts';
import { asTable } from './as-table.ts';
import { visitorsTable } from './list-tables.ts';

export interface PersonRoutesParts extends IdentifyParts {
  report: Report;
  sites: Pick<SiteDirectory, 'list'>;
}

/** Who somebody is, to the team (docs/people.md). */
export function createPersonRoutes(parts: PersonRoutesParts): Router {
  const routes = Router();
  const gate = createGate(parts);
  addProfile(routes, parts, gate);
  addDirecting(routes, parts, gate);
  addPresent(routes, parts, gate);
  return routes;
}

type Gate = ReturnType<typeof createGate>;

/** One use case behind the gate; `audit`: who did it stands in the log. */
function createGate({ dispatch, report, ...parts }: PersonRoutesParts) {
  const asAgent = createAsAgent({ dispatch, ...parts });
  const withBody = <In, Out>(
    what: string,
    schema: Schema<In> | null,
    job: (subject: AgentSubject, request: Request, input: In) => Promise<Done<Out>>,
    audit = false,
  ) =>
    asAgent(async (subject, request) => {
      const checked = schema === null ? { ok: true as const, input: undefined as In } : parse(schema, request.body);
      if (!checked.ok) return checked;
      const answer = await dispatch.guard(what, () => job(subject, request, checked.input));
      if (audit && answer.ok) report({ kind: 'person_changed', what, agentId: subject.agent.id });
      return answer;
    });
  const run = <Out>(
    what: string,
    job: (subject: AgentSubject, request: Request) => Promise<Done<Out>>,
    audit = false,
  ) => withBody(what, null, job, audit);
  return { run, withBody };
}

const id = (request: Request) => String(request.params.id);
const visitorId = id;

/** What is known, and what the team writes down. */
function addProfile(routes: Router, { context }: PersonRoutesParts, { run, withBody }: Gate): void {
  routes.get(
    '/people/of/:id',
    run('person:of', (subject, request) => readPersonOf(context, subject, { conversationId: id(request) })),
  );
  routes.get(
    '/people/:id',
    run('person', (subject, request) => readPerson(context, subject, { visitorId: visitorId(request) })),
  );
  routes.post(
    '/people/:id/notes',
    withBody('person:note', peopleRequests.note, (subject, request, input) =>
      notes.addPersonNote(context, subject, { visitorId: visitorId(request), ...input }),
    ),
  );
  routes.put(
    '/person-notes/:id',
    withBody('person:note:change', peopleRequests.note, (subject, request, input) =>
      notes.changePersonNote(context, subject, { id: id(request), ...input }),
    ),
  );
  routes.delete(
    '/person-notes/:id',
    run('person:note:remove', (subject, request) => notes.removePersonNote(context, subject, { id: id(request) })),
  );
  routes.post(
    '/people/:id/tags',
    withBody('person:tag', peopleRequests.tag, (subject, request, input) =>
      notes.addPersonTag(context, subject, { visitorId: visitorId(request), ...input }),
    ),
  );
  routes.delete(
    '/people/:id/tags/:tag',
    run('person:untag', (subject, request) => {
      const tag = String(request.params.tag);
      return notes.removePersonTag(context, subject, { visitorId: visitorId(request), tag });
    }),
  );
}

/** Blocks, joining, handing out and erasing. */
function addDirecting(routes: Router, { context }: PersonRoutesParts, { run, withBody }: Gate): void {
  routes.post(
    '/people/:id/block',
    withBody(
      'person:block',
      peopleRequests.block,
      (subject, request, input) => blockPerson(context, subject, { visitorId: visitorId(request), ...input }),
      true,
    ),
  );
  routes.get(
    '/blocks',
    run('blocks', (subject) => listBlocks(context, subject)),
  );
  routes.delete(
    '/blocks/:id',
    run('person:unblock', (subject, request) => endBlock(context, subject, { id: id(request) }), true),
  );
  routes.post(
    '/people/:id/merge/plan',
    withBody('person:merge:plan', peopleRequests.merge, (subject, request, { fromId }) =>
      planMerge(context, subject, { fromId, intoId: visitorId(request) }),
    ),
  );
  routes.post(
    '/people/:id/merge',
    withBody(
      'person:merge',
      peopleRequests.merge,
      (subject, request, { fromId }) => mergePeople(context, subject, { fromId, intoId: visitorId(request) }),
      true,
    ),
  );
  routes.delete(
    '/merges/:id',
    run('person:unmerge', (subject, request) => undoMerge(context, subject, { id: id(request) }), true),
  );
  routes.get(
    '/people/:id/export',
    run('person:export', (subject, request) => exportPerson(context, subject, { visitorId: visitorId(request) }), true),
  );
  routes.delete(
    '/people/:id',
    run(
      'person:erase:all',
      (subject, request) => erasePerson(context, subject, { visitorId: visitorId(request) }),
      true,
    ),
  );
  routes.delete(
    '/people/:id/about',
    run('person:erase', (subject, request) => eraseAbout(context, subject, { visitorId: visitorId(request) }), true),
  );
}

/** Who is on the site now (J10). */
function addPresent(routes: Router, parts: PersonRoutesParts, { withBody }: Gate): void {
  const { context, sites, dispatch } = parts;
  routes.get(
    '/visitors',
    asTable(
      parts,
      'visitors',
      (subject) => dispatch.guard('visitors', () => listPresent(context, subject, sites.list())),
      visitorsTable,
    ),
  );
  routes.post(
    '/visitors/:id/invite',
    withBody('visitors:invite', peopleRequests.invite, (subject, request, { text }) =>
      inviteVisitor(context, subject, { key: id(request), text }),
    ),
  );
}
