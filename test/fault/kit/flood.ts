import type { PlainClient } from '../../support/plain-client.ts';
import { askAgain } from './ask-again.ts';
import type { History } from './history.ts';

const UNDER_WAY = 40;

export interface FloodParts {
  client: PlainClient;
  name: string;
  history: History;
  /** Without one, the first message opens it. */
  conversationId?: string;
  count: number;
  body(number: number): string;
}

/** Much at once from one connection. Messages that are under way together have no order: each is a sender by itself. */
export async function flood(parts: FloodParts): Promise<void> {
  const { client, name, history, count } = parts;
  let { conversationId } = parts;
  let next = 0;
  const one = async () => {
    next += 1;
    const number = next;
    const clientId = `${Date.now().toString(36)}-${name}-${String(number).padStart(8, '0')}`;
    const line = { client: `${name}-${number}`, conversationId: conversationId ?? '?', clientId };
    const message = { clientId, body: parts.body(number) };
    history.add({ ...line, kind: 'invoke' });
    const answer = conversationId
      ? await askAgain(client, 'message:send', { conversationId, ...message })
      : await askAgain(client, 'conversation:open', message);
    if (!answer.ok) return history.add({ ...line, kind: 'info', error: String(answer.error) });
    const placed = answer.value as { seq: number; conversationId?: string };
    conversationId ??= placed.conversationId;
    history.add({ ...line, conversationId: conversationId ?? '?', kind: 'ok', seq: placed.seq });
  };
  if (!conversationId && count > 0) await one();
  const lane = async () => {
    while (next < count) await one();
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, lane));
}
