import type { Person } from '../../../protocol/wire/people.ts';
import { segmentsOf } from '../../domain/measures/segments.ts';
import { cartOf } from '../../domain/people/cart-of.ts';
import type { PersonFacts } from '../../store/people-store.ts';
import type { AgentSubject, Context, Done } from '../context.ts';
import { answered, refused } from '../finish.ts';
import { blockBookOf, shownBlock } from './block-book.ts';

/** J1: all that the team may know of somebody; every role reads. */
export async function readPerson(
  context: Context,
  _subject: AgentSubject,
  { visitorId }: { visitorId: string },
): Promise<Done<Person>> {
  const facts = await context.store.readPerson(visitorId);
  return facts ? answered(toPerson(context, facts)) : refused('not_found');
}

export async function readPersonOf(
  context: Context,
  subject: AgentSubject,
  { conversationId }: { conversationId: string },
): Promise<Done<Person>> {
  const conversation = await context.store.findConversation(conversationId);
  return conversation ? readPerson(context, subject, conversation) : refused('not_found');
}

function toPerson({ store, clock }: Context, facts: PersonFacts): Person {
  const { segment, returning, ...person } = facts;
  const block = blockBookOf(store).ofVisitor(person.id, clock.now());
  const segments = segmentsOf([...person.said.tags, ...person.tags, ...(segment === null ? [] : [segment])], returning);
  const lastOrderAt = person.orders.find(({ cancelled }) => !cancelled)?.at ?? null;
  return { ...person, segments, cart: cartOf(person.said, lastOrderAt), block: block ? shownBlock(block) : null };
}
