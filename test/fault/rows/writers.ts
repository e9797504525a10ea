import type { Checked } from '../kit/check-history.ts';
import { Crowd } from '../kit/crowd.ts';
import type { Person } from '../kit/person.ts';
import { openPlace, type Place } from '../kit/place.ts';
import { RestWriter } from '../kit/rest-writer.ts';

export interface WritersSize {
  conversations: number;
  /** Messages of each conversation, by two tabs, the agent who serves it, and a program over HTTP. */
  each: number;
  seed: number;
}

export interface WritersResult extends Checked {
  views: number;
  messages: number;
}

const AGENTS = ['ana@example.org', 'bo@example.org', 'cleo@example.org'];
/** Every chunk is held for up to so long, so that nothing arrives in the order in which it was sent. */
const JITTER_MS = 300;

/** P4: everybody writes at once; every view is the database. */
export async function runWriters({ conversations, each, seed }: WritersSize): Promise<WritersResult> {
  const place = await openPlace({ agents: AGENTS });
  const crowd = new Crowd(place, 'writers', seed);
  try {
    const cookies = await Promise.all(AGENTS.map((email) => place.signIn(email)));
    const tables: Table[] = [];
    for (let number = 0; number < conversations; number += 1) tables.push(await sitDown(crowd, place, number, cookies));
    for (const link of crowd.links.values()) link.delay(0, JITTER_MS);
    await Promise.all(tables.map((table) => talk(crowd, table, each / 4)));
    await crowd.settle();
    const checked = await crowd.judge();
    return { ...checked, views: crowd.people.length, messages: checked.acknowledged };
  } finally {
    await crowd.close();
    await place.remove();
  }
}

/** Everybody of one conversation. */
interface Table {
  tabs: Person[];
  agent: Person;
  rest: RestWriter;
}

async function sitDown(crowd: Crowd, place: Place, number: number, cookies: string[]): Promise<Table> {
  const first = await crowd.visitor(`v${number}-tab1`);
  await crowd.until('the first tab is online', () => first.isOnline);
  first.write();
  await crowd.until('there is a conversation', () => first.conversationId !== null && first.unsent === 0);
  const conversationId = first.conversationId ?? '';
  const second = await crowd.visitor(`v${number}-tab2`, first.token);
  const agents = await Promise.all(
    cookies.map((cookie, who) => crowd.agent(`c${number}-agent${who}`, conversationId, cookie)),
  );
  await crowd.until('one of the agents serves it', () => agents.some((agent) => agent.mayWrite));
  await crowd.until('the second tab has it', () => second.conversationId === conversationId);
  const agent = agents.find(({ mayWrite }) => mayWrite) as Person;
  const origin = await crowd.way(`r${number}`);
  const parts = { name: `r${number}`, history: crowd.history, origin, relayOrigin: place.relay.origin };
  return { tabs: [first, second], agent, rest: new RestWriter({ ...parts, token: first.token ?? '', conversationId }) };
}

async function talk(crowd: Crowd, { tabs, agent, rest }: Table, each: number): Promise<void> {
  const writers = [...tabs, agent];
  const left = new Map(writers.map((person) => [person, each]));
  const press = () => {
    for (const person of writers) {
      while ((left.get(person) ?? 0) > 0 && person.unsent < 3 && person.write())
        left.set(person, (left.get(person) ?? 0) - 1);
    }
    return [...left.values()].every((count) => count === 0);
  };
  await Promise.all([rest.write(each), crowd.until('everybody has written', press, 300_000)]);
}
