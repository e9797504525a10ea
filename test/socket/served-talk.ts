import type { TestRelay } from './test-relay.ts';

/** Mia writes to Ana, who serves her. */
export async function startServedTalk(relay: TestRelay, clientId: string) {
  await relay.addAgent('ana@example.org');
  const ana = await relay.agent(await relay.signIn('ana@example.org'));
  await ana.fact('session:ready');
  await ana.command('agent:availability', { availability: 'available' });
  const mia = await relay.visitor();
  const ready = await mia.fact('session:ready');
  const opened = await mia.command('conversation:open', { clientId, body: 'Hello' });
  const { conversationId } = (opened as { value: { conversationId: string } }).value;
  await ana.fact('entry:added', ({ entry }) => (entry as { kind: string }).kind === 'assigned');
  return { ana, mia, ready, conversationId };
}
