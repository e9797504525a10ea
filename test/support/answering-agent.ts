import type { ConversationSummary, Entry } from '../../protocol/wire/model.ts';
import { openPlainClient } from './plain-client.ts';
import type { RelayProcess } from './relay-process.ts';

/** An agent at work without a console: for tests that look at the visitor's side alone. */
export interface AnsweringAgent {
  setAvailability(availability: 'available' | 'away'): Promise<void>;
  /** The id of the conversation whose last words these are; waits for it. */
  hears(text: string): Promise<string>;
  reply(conversationId: string, text: string): Promise<void>;
  close(conversationId: string): Promise<void>;
  type(conversationId: string): Promise<void>;
  /** The bodies of all messages, in order. */
  messages(conversationId: string): Promise<string[]>;
  /** The same, with what each answers. */
  answers(conversationId: string): Promise<[body: string, quote: number | undefined][]>;
  /** What the page says of this conversation's visitor. */
  knows(conversationId: string): Promise<unknown>;
  leave(): Promise<void>;
}

const PASSWORD = 'quiet-lantern-42';
let written = 0;

/** Adds an agent, signs in and makes them available. */
export async function employAgent(relay: RelayProcess, name: string): Promise<AnsweringAgent> {
  const email = `${name.toLowerCase()}@example.org`;
  const added = await relay.command(['agent', 'add', '--email', email, '--name', name], `${PASSWORD}\n`);
  if (added.code !== 0) throw new Error(added.err);
  const signedIn = await fetch(`${relay.origin}/api/v1/agent/sign-in`, {
    method: 'POST',
    headers: { Origin: relay.origin, 'Content-Type': 'application/json', 'X-Deskbell': '1' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const Cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const client = await openPlainClient(relay.origin, '/agent', { version: 1 }, { Cookie });
  await client.fact('session:ready');

  const ask = async (command: string, payload: unknown) => {
    const answer = await client.command(command, payload);
    if (!answer.ok) throw new Error(`${command}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  const agent: AnsweringAgent = {
    setAvailability: async (availability) => void (await ask('agent:availability', { availability })),
    async hears(text) {
      for (;;) {
        const list = (await ask('inbox:list', {})) as { conversations: ConversationSummary[]; change: number };
        const found = list.conversations.find((one) => one.lastText === text && one.status === 'active');
        if (found) return found.id;
        await client.fact('inbox:moved', ({ change }) => Number(change) > list.change);
      }
    },
    async reply(conversationId, text) {
      written += 1;
      await ask('message:send', { conversationId, clientId: `answering-agent-${written}`, body: text });
    },
    close: async (conversationId) => void (await ask('conversation:close', { conversationId })),
    type: async (conversationId) => void (await ask('typing:set', { conversationId, typing: true })),
    messages: async (conversationId) => (await agent.answers(conversationId)).map(([body]) => body),
    async answers(conversationId) {
      const page = (await ask('conversation:sync', { conversationId, afterSeq: 0 })) as { entries: Entry[] };
      return page.entries.flatMap((entry) => (entry.kind === 'message' ? [[entry.body, entry.quote]] : []));
    },
    knows: (conversationId) => ask('visitor:read', { conversationId }),
    leave: () => client.end(),
  };
  await agent.setAvailability('available');
  return agent;
}
