import { createFactWorker } from '../../server/workers/fact-worker.ts';
import { removeFolder } from '../../test/support/remove-folder.ts';
import { makeFolder } from '../kit/folder.ts';
import { printResult } from '../kit/print.ts';
import { median, spread } from '../kit/stats.ts';
import { fillHistory, openPlace } from './fill-history.ts';
import { contextOf } from './open-reports.ts';

export interface RecordingSize {
  messages: number;
  rounds: number;
}

const AT_ONCE = 100;

/**
 * What facts cost the messages: the same messages stored with and without the worker that packs beside them, in turn. A message
 * itself records nothing more than the wait that it begins or ends.
 */
export async function benchRecording({ messages, rounds }: RecordingSize): Promise<void> {
  const folder = makeFolder();
  try {
    await fillHistory({ dataDir: folder }, Math.max(40, messages / 4));
    const store = await openPlace({ dataDir: folder });
    const context = contextOf(store);
    const worker = createFactWorker({ context, onFailure: (_task, error) => console.error(error) });
    const [alone, beside]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      alone.push(await sendAll(context.store, messages, `alone-${round}`));
      worker.start();
      beside.push(await sendAll(context.store, messages, `beside-${round}`));
      await worker.stop();
    }
    await store.close();
    const ratio = median(beside) / median(alone);
    console.log(
      `Messages a second, stored alone ${spread(alone, 0)}, with facts packed beside ${spread(beside, 0)}: ${ratio.toFixed(3)}.`,
    );
    printResult('recording', { alone, beside, ratio });
  } finally {
    removeFolder(folder);
  }
}

/** Messages of one visitor a turn, many visitors at once; answers how many a second. */
async function sendAll(store: Awaited<ReturnType<typeof openPlace>>, messages: number, name: string): Promise<number> {
  const at = Date.now();
  const ids = Array.from({ length: AT_ONCE }, (_, n) => ({
    visitorId: `v-${name}-${n}`,
    conversationId: `c-${name}-${n}`,
  }));
  const write = (n: number, number: number, visitorId: string) => ({
    ...{ author: 'visitor' as const, authorId: visitorId, clientId: `${name}-${n}-${number}`, body: 'Some words', at },
  });
  await Promise.all(
    ids.map(async ({ visitorId, conversationId }, n) => {
      await store.addVisitor({ id: visitorId, siteId: 'site-1', tokenHash: visitorId, at });
      const what = { conversationId, siteId: 'site-1', visitorId, email: null, pageUrl: null, pageTitle: null };
      await store.openConversation({ ...what, message: write(n, 0, visitorId) });
    }),
  );
  const since = performance.now();
  const each = Math.ceil(messages / AT_ONCE);
  await Promise.all(
    ids.map(async ({ visitorId, conversationId }, n) => {
      for (let number = 1; number <= each; number += 1) {
        await store.appendMessage({ conversationId, expectVersion: 1, message: write(n, number, visitorId) });
      }
    }),
  );
  return (each * AT_ONCE) / ((performance.now() - since) / 1_000);
}
