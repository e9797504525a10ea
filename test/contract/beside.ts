import { openStore } from '../../server/store/open-store.ts';
import { World } from './world.ts';

/**
 * A program beside the test's: writes to the conversation it is told of, until it is killed, and prints each
 * acknowledged place on a line of its own. Arguments: data folder, conversation, visitor.
 */
const [dataDir = '', conversationId = '', visitorId = ''] = process.argv.slice(2);
const world = new World(await openStore({ dataDir, makeEpoch: () => 'unused' }));

for (let n = 0; ; n += 1) {
  const bodies = [`${n} a`, `${n} b`, `${n} c`];
  const written = await Promise.all(
    bodies.map((body) => {
      const message = world.message('visitor', visitorId, body, `beside-${body}`);
      return world.store.appendMessage({ conversationId, expectVersion: 1, message });
    }),
  );
  const seqs = written.map((one) => (one.result === 'appended' ? one.seq : one.result));
  process.stdout.write(`${seqs.join('\n')}\n`);
}
