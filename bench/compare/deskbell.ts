import { Crowd } from '../../test/fault/kit/crowd.ts';
import { rage } from '../../test/fault/kit/nemesis.ts';
import { openPlace } from '../../test/fault/kit/place.ts';
import { type CompareSize, type Outcome, outcomeOf } from './outcome.ts';

/** Twenty tabs of one visitor write into one conversation, and one more reads: the room of the others. */
export async function runDeskbell(size: CompareSize, seed: number): Promise<Outcome> {
  const place = await openPlace();
  const crowd = new Crowd(place, 'compare', seed);
  try {
    const reader = await crowd.visitor('reader');
    await crowd.until('the reader is online', () => reader.isOnline);
    reader.write();
    await crowd.until('there is a conversation', () => reader.conversationId !== null && reader.unsent === 0);
    const senders = await Promise.all(
      Array.from({ length: size.senders }, (_, number) => crowd.visitor(`s${number}`, reader.token)),
    );
    await crowd.until('everybody is there', () => senders.every((tab) => tab.conversationId !== null));
    const timer = setInterval(() => {
      for (const sender of senders) sender.write();
    }, size.everyMs);
    const links = [...crowd.links.values()];
    const kill = async () => {
      await place.relay.stop('SIGKILL');
      await place.relay.restart();
    };
    const { cuts, kills } = await rage({ random: crowd.random, ms: size.ms, links, kill });
    clearInterval(timer);
    await crowd.settle(60_000);
    const stored = [...(await place.readStored()).values()].flat().flatMap(({ clientId }) => clientId ?? []);
    const { lines } = crowd.history;
    const sent = lines.flatMap((line) => (line.kind === 'invoke' ? [line.clientId] : []));
    const shown = lines.flatMap((line) =>
      line.kind === 'shown' && line.client === 'reader' ? (line.clientId ?? []) : [],
    );
    return outcomeOf(sent, stored, shown, { cuts, kills });
  } finally {
    await crowd.close();
    await place.remove();
  }
}
