import type { Crowd } from './crowd.ts';
import type { Place } from './place.ts';

/** `pairs` visitors and as many consoles of one agent: two senders a pair. Two of five visitors know only the document. */
export async function gather(crowd: Crowd, place: Place, pairs: number): Promise<void> {
  const cookie = await place.signIn();
  for (let number = 0; number < pairs; number += 1) {
    const name = `v${number}`;
    const visitor = number % 5 < 3 ? await crowd.visitor(name) : await crowd.plainVisitor(name);
    await crowd.until(`${name} is online`, () => visitor.isOnline);
    visitor.write();
    await crowd.until(`${name} has a conversation`, () => visitor.conversationId !== null && visitor.unsent === 0);
    const agent = await crowd.agent(`a${number}`, visitor.conversationId ?? '', cookie);
    await crowd.until(`a${number} serves it`, () => agent.mayWrite);
  }
}
