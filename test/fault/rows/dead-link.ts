import { seededRandom } from '../../../protocol/kit/random.ts';
import { startPace } from '../../support/pace.ts';
import { openPlainClient, type PlainClient } from '../../support/plain-client.ts';
import { openPlace, type Place } from '../kit/place.ts';
import { type Link, openLink } from '../kit/tcp-proxy.ts';

export interface DeadLinkResult {
  /** From the last byte that came through until the visitor is back in the queue, ms. */
  deadMs: number;
  /** How much of it came after `silenceMs`, as it would have been where the promise was made. */
  evenRestMs: number;
  /** The same from a tab that was closed. */
  closedMs: number;
  /** How often the visitor of the agent who reloaded was re-queued. */
  reloadRequeued: number;
  /** What the agent of before hears when her link is back and she writes. */
  lateWrite: unknown;
}

interface Desk {
  agentId: string;
  cookie: string;
  link: Link;
  client: PlainClient;
}

interface Talk {
  conversationId: string;
  agentId: string;
  visitor: PlainClient;
}

type Entry = { kind: string; reason?: string; agent?: { id: string } };

const AGENTS = ['ana', 'bo', 'cy'];
const VERSION = 1;

/** R7 on real links, all at once: one link swallows everything, one tab is closed, one is reloaded. The relay's own times. */
export async function runDeadLink(seed: number, silenceMs: number): Promise<DeadLinkResult> {
  const emails = AGENTS.map((name) => `${name}@example.org`);
  const place = await openPlace({ agents: emails });
  const desks: Desk[] = [];
  const talks: Talk[] = [];
  const pace = await startPace();
  try {
    for (const [index, email] of emails.entries()) desks.push(await openDesk(place, email, seed + index));
    for (const _ of desks) talks.push(await openTalk(place));
    const of = (desk: Desk | undefined) => talks.find((talk) => talk.agentId === desk?.agentId) as Talk;
    const [dead, closed, reloaded] = desks as [Desk, Desk, Desk];
    const startedAt = performance.now();
    const gone = (desk: Desk) => requeued(of(desk)).then(() => performance.now() - startedAt);
    const [deadGone, closedGone] = [gone(dead), gone(closed)];
    dead.link.blackHole(true);
    await Promise.all([closed.client.end(), reloaded.client.end()]);
    reloaded.client = await openConsole(place, reloaded);
    const [deadMs, closedMs] = await Promise.all([deadGone, closedGone]);
    const evenRestMs = await pace.even(startedAt + silenceMs, startedAt + deadMs);
    // Whoever is there has both in the end; until the dead link is felt, its agent counts as there.
    await Promise.all([dead, closed].map((desk) => given(of(desk), reloaded.agentId)));
    dead.link.blackHole(false);
    // What was swallowed is missing in the middle of a stream: such a connection is of no use to anybody.
    dead.link.cut();
    dead.client = await openConsole(place, dead);
    const late = {
      conversationId: of(dead).conversationId,
      clientId: 'late-write-of-the-old-agent',
      body: 'I am back!',
    };
    const lateWrite = await dead.client.command('message:send', late);
    const reloadRequeued = entriesOf(of(reloaded)).filter((entry) => entry.reason === 'agent_gone').length;
    return { deadMs, evenRestMs, closedMs, reloadRequeued, lateWrite };
  } finally {
    pace.end();
    await Promise.all([...desks.map((desk) => desk.client.end()), ...talks.map((talk) => talk.visitor.end())]);
    await Promise.all(desks.map((desk) => desk.link.close()));
    await place.remove();
  }
}

async function openDesk(place: Place, email: string, seed: number): Promise<Desk> {
  const link = await openLink({ target: place.relay, random: seededRandom(seed) });
  const cookie = await place.signIn(email);
  const client = await openConsole(place, { link, cookie });
  const { me } = (await client.fact('session:ready')) as { me: { id: string } };
  await client.command('agent:availability', { availability: 'available' });
  return { agentId: me.id, cookie, link, client };
}

function openConsole(place: Place, { link, cookie }: Pick<Desk, 'link' | 'cookie'>): Promise<PlainClient> {
  const headers = { Origin: place.relay.origin, Cookie: cookie };
  return openPlainClient(link.origin, '/agent', { version: VERSION }, headers);
}

async function openTalk(place: Place): Promise<Talk> {
  const visitor = await openPlainClient(place.relay.origin, '/visitor', { version: VERSION, site: 'demo' });
  const answer = await visitor.command('conversation:open', { clientId: 'the-first-message-of-all', body: 'Hello?' });
  const { conversationId } = answer.value as { conversationId: string };
  const assigned = await visitor.fact('entry:added', ({ entry }) => (entry as Entry).kind === 'assigned');
  return { conversationId, visitor, agentId: (assigned.entry as Entry).agent?.id ?? '' };
}

function requeued({ visitor }: Talk): Promise<unknown> {
  return visitor.fact('entry:added', ({ entry }) => (entry as Entry).reason === 'agent_gone');
}

function given({ visitor }: Talk, agentId: string): Promise<unknown> {
  const isHers = ({ kind, agent }: Entry) => kind === 'assigned' && agent?.id === agentId;
  return visitor.fact('entry:added', ({ entry }) => isHers(entry as Entry));
}

function entriesOf({ visitor }: Talk): Entry[] {
  return visitor.facts.filter(({ name }) => name === 'entry:added').map(({ payload }) => payload.entry as Entry);
}
