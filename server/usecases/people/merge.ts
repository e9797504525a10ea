import type { MergePlan, Person } from '../../../protocol/wire/people.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { MergeRefused } from '../../store/people-store.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered, refused } from '../finish.ts';
import { rereadBlocks } from './block-book.ts';
import { readPerson } from './read-person.ts';
import { tellAbout } from './tell-about.ts';

const FORBIDDEN = { hint: 'Owners, administrators and supervisors join profiles.' };
const HINTS: Record<Exclude<MergeRefused, 'not_found'>, string> = {
  same: 'These are one profile already.',
  other_site: 'Profiles of two sites are two people.',
  verified: 'Your site has signed who this is: such a profile stays, and the other one is joined to it.',
};

/** J8: what would happen, without doing it. */
export async function planMerge(
  context: Context,
  { agent }: AgentSubject,
  input: { fromId: string; intoId: string },
): Promise<Done<MergePlan>> {
  if (!may(agent, 'person:direct')) return refused('forbidden', FORBIDDEN);
  const plan = await context.store.planMerge(input);
  return typeof plan === 'string' ? refusedFor(plan) : answered(plan);
}

/** Never by itself, and never by what somebody typed: only by somebody of the team, who was shown the plan. */
export async function mergePeople(
  context: Context,
  subject: AgentSubject,
  input: { fromId: string; intoId: string },
): Promise<Done<Person>> {
  const { agent } = subject;
  if (!may(agent, 'person:direct')) return refused('forbidden', FORBIDDEN);
  const id = context.ids.reply();
  const result = await context.store.mergePeople({ ...input, id, byId: agent.id, at: context.clock.now() });
  if (result !== 'merged') return refusedFor(result);
  await rereadBlocks(context);
  const person = await readPerson(context, subject, { visitorId: input.intoId });
  return { ...person, notices: await tellAbout(context, input.intoId) };
}

export async function undoMerge(
  context: Context,
  subject: AgentSubject,
  { id }: { id: string },
): Promise<Done<Person>> {
  const { agent } = subject;
  if (!may(agent, 'person:direct')) return refused('forbidden', FORBIDDEN);
  const result = await context.store.undoMerge({ id, byId: agent.id, at: context.clock.now() });
  if (result === 'not_found') return refused('not_found');
  await rereadBlocks(context);
  const person = await readPerson(context, subject, { visitorId: result.intoId });
  const notices = [...(await tellAbout(context, result.intoId)), ...(await tellAbout(context, result.fromId))];
  return { ...person, notices };
}

function refusedFor(why: MergeRefused): Done<never> {
  return why === 'not_found' ? refused('not_found') : refused('invalid_payload', { field: 'fromId', hint: HINTS[why] });
}
