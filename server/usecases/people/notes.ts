import type { Nothing } from '../../../protocol/wire/events.ts';
import type { PersonNote } from '../../../protocol/wire/people.ts';
import { PERSON_NOTES_MAX, PERSON_TAGS_MAX } from '../../../protocol/wire/people-limits.ts';
import { may } from '../../../protocol/wire/permissions.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered, refused } from '../finish.ts';
import { tellAbout } from './tell-about.ts';

const READS_ONLY = { hint: 'Your role reads what others wrote about people.' };
const NOT_YOURS = { hint: 'Its author, a supervisor, an administrator or an owner changes it.' };

/** J3 */
export async function addPersonNote(
  context: Context,
  { agent }: AgentSubject,
  { visitorId, body }: { visitorId: string; body: string },
): Promise<Done<PersonNote>> {
  if (!may(agent, 'person:write')) return refused('forbidden', READS_ONLY);
  const note = { id: context.ids.reply(), body: body.trim(), at: context.clock.now() };
  const result = await context.store.addPersonNote({ ...note, visitorId, byId: agent.id });
  if (result === 'not_found') return refused('not_found');
  if (result === 'too_many')
    return refused('invalid_payload', { hint: `At most ${PERSON_NOTES_MAX} notes about one person: remove one.` });
  const by = { id: agent.id, name: agent.name };
  return answered({ ...note, by, editedAt: null }, await tellAbout(context, visitorId));
}

export async function changePersonNote(
  context: Context,
  subject: AgentSubject,
  { id, body }: { id: string; body: string },
): Promise<Done<Nothing>> {
  const note = await context.store.findPersonNote(id);
  if (!note) return refused('not_found');
  if (!mayChange(subject, note.byId)) return refused('forbidden', NOT_YOURS);
  const result = await context.store.changePersonNote({ id, body: body.trim(), at: context.clock.now() });
  return result === 'not_found' ? refused('not_found') : answered({}, await tellAbout(context, note.visitorId));
}

export async function removePersonNote(
  context: Context,
  subject: AgentSubject,
  { id }: { id: string },
): Promise<Done<Nothing>> {
  const note = await context.store.findPersonNote(id);
  if (!note) return refused('not_found');
  if (!mayChange(subject, note.byId)) return refused('forbidden', NOT_YOURS);
  const result = await context.store.removePersonNote(id);
  return result === 'not_found' ? refused('not_found') : answered({}, await tellAbout(context, note.visitorId));
}

function mayChange({ agent }: AgentSubject, byId: string): boolean {
  return (agent.id === byId && may(agent, 'person:write')) || may(agent, 'person:direct');
}

/** J2: the team's own, beside those of the page. */
export async function addPersonTag(
  context: Context,
  { agent }: AgentSubject,
  { visitorId, tag }: { visitorId: string; tag: string },
): Promise<Done<Nothing>> {
  if (!may(agent, 'person:write')) return refused('forbidden', READS_ONLY);
  const result = await context.store.addPersonTag({ visitorId, tag, byId: agent.id, at: context.clock.now() });
  if (result === 'not_found') return refused('not_found');
  if (result === 'too_many')
    return refused('invalid_payload', { field: 'tag', hint: `At most ${PERSON_TAGS_MAX} tags: remove one.` });
  return answered({}, await tellAbout(context, visitorId));
}

export async function removePersonTag(
  context: Context,
  { agent }: AgentSubject,
  { visitorId, tag }: { visitorId: string; tag: string },
): Promise<Done<Nothing>> {
  if (!may(agent, 'person:write')) return refused('forbidden', READS_ONLY);
  await context.store.removePersonTag({ visitorId, tag });
  return answered({}, await tellAbout(context, visitorId));
}
