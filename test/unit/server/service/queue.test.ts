import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QUEUE_TOLD_EVERY_MS, QUEUE_TOLD_FIRST_MS, RANGE_SAMPLES_MIN } from '../../../../protocol/wire/limits.ts';
import { SITE_SETTINGS_DEFAULT } from '../../../../protocol/wire/settings.ts';
import { closeConversation } from '../../../../server/usecases/close-conversation.ts';
import { leaveContact } from '../../../../server/usecases/leave-contact.ts';
import { openConversation } from '../../../../server/usecases/open-conversation.ts';
import { pollVisitor } from '../../../../server/usecases/poll-visitor.ts';
import { readPromised } from '../../../../server/usecases/read-promised.ts';
import { createQueueTeller } from '../../../../server/workers/queue-teller.ts';
import { accepted } from '../../../support/scene.ts';
import { MINUTE, openServiceScene, type ServiceScene } from './service-scene.ts';

let scene: ServiceScene;
beforeEach(async () => {
  scene = await openServiceScene();
});
afterEach(async () => {
  expect(scene.failures).toEqual([]);
  await scene.close();
});

const queue = (more: object) => ({ queue: { ...SITE_SETTINGS_DEFAULT.queue, ...more } });
let sent = 0;
const opening = (more: object = {}) => ({
  clientId: `queue-client-${String(++sent).padStart(6, '0')}`,
  body: 'Hello?',
  ...more,
});
const open = async (more: object = {}) =>
  scene.act(openConversation(scene.context, await scene.visitor(), opening(more)));

/** Ana takes and ends so many conversations of five minutes each. */
async function handle(count: number): Promise<void> {
  const ana = await scene.agent('Ana', { capacity: 1 });
  for (let done = 0; done < count; done += 1) {
    const id = await scene.open(await scene.visitor());
    await scene.pass(5 * MINUTE);
    accepted(await scene.act(closeConversation(scene.context, ana, { conversationId: id })));
  }
}

describe('Q1–Q3 place and range', () => {
  it('everybody hears the place; whoever goes on hears it again, the others are left alone', async () => {
    const visitors = [await scene.visitor(), await scene.visitor(), await scene.visitor()];
    const ids = [];
    for (const visitor of visitors) {
      ids.push(await scene.open(visitor));
      await scene.pass(1_000);
    }
    await scene.tellPlaces();
    expect(scene.toldOf('place').map(({ visitorId, place }) => [visitorId, place.position])).toEqual(
      visitors.map(({ visitorId }, index) => [visitorId, index + 1]),
    );
    scene.told.length = 0;
    await scene.tellPlaces();
    expect(scene.toldOf('place')).toEqual([]);
    accepted(await scene.act(closeConversation(scene.context, visitors[1] as never, { conversationId: ids[1] ?? '' })));
    await scene.tellPlaces();
    expect(scene.toldOf('place').map(({ visitorId, place }) => [visitorId, place])).toEqual([
      [visitors[2]?.visitorId, { conversationId: ids[2], position: 2 }],
    ]);
    const polled = accepted(await scene.act(pollVisitor(scene.context, visitors[2] as never, { resume: [] })));
    expect(polled.place).toEqual({ conversationId: ids[2], position: 2 });
  });

  it('Q3 no range below twenty measured conversations, one from the twentieth on', async () => {
    await handle(RANGE_SAMPLES_MIN - 1);
    await scene.open(await scene.visitor());
    await scene.open(await scene.visitor());
    await scene.tellPlaces();
    expect(scene.toldOf('place').at(-1)?.place).not.toHaveProperty('lowMs');
    await scene.pass(5 * MINUTE);
    await scene.freeAgent();
    await scene.open(await scene.visitor());
    await scene.pass(2 * MINUTE);
    // Handling times are read again after a minute.
    await scene.tellPlaces();
    expect(scene.toldOf('place').at(-1)?.place).toMatchObject({ position: 1, lowMs: 3 * MINUTE });
  });

  it('Q3 the range is what was measured, and the first one that was told stands in the report with what came of it', async () => {
    await handle(RANGE_SAMPLES_MIN);
    await scene.open(await scene.visitor());
    const visitor = await scene.visitor();
    const waiting = await scene.open(visitor);
    await scene.tellPlaces();
    expect(scene.toldOf('place')).toMatchObject([
      { visitorId: visitor.visitorId, place: { position: 1, lowMs: 5 * MINUTE, highMs: 6 * MINUTE } },
    ]);
    await scene.pass(2 * MINUTE);
    await scene.tellPlaces();
    expect(scene.toldOf('place').at(-1)?.place).toMatchObject({ lowMs: 3 * MINUTE, highMs: 4 * MINUTE });
    const report = async () => {
      const question = { from: 0, to: scene.context.clock.now() + 1, zone: 'UTC', clock: 'calendar' } as const;
      return accepted((await readPromised(scene.context, scene.owner, { question, linesMax: 9 })).answer).promised;
    };
    expect(await report()).toEqual({ n: 0, inside: 0, shorter: 0, longer: 0, unknown: 1 });
    await scene.pass(3 * MINUTE);
    await scene.freeAgent();
    expect((await scene.context.store.findConversation(waiting))?.status).toBe('active');
    expect(await report()).toEqual({ n: 1, inside: 1, shorter: 0, longer: 0, unknown: 0 });
  });

  it('Q2 many moves make one look, looks keep apart, and it rests while nobody waits', async () => {
    const reads: number[] = [];
    const { store, clock } = scene.context;
    const counted = Object.create(store, {
      readQueue: {
        value: (input: Parameters<typeof store.readQueue>[0]) => {
          reads.push(clock.now());
          return store.readQueue(input);
        },
      },
    });
    const teller = createQueueTeller({
      context: { store: counted, clock },
      tell: (notices) => scene.told.push(...notices),
      onFailure: (_task, error) => scene.failures.push(error),
    });
    teller.start();
    await clock.advance(QUEUE_TOLD_FIRST_MS);
    expect(reads).toHaveLength(1);
    await clock.advance(60_000);
    expect(reads).toHaveLength(1);
    await scene.open(await scene.visitor());
    for (let move = 0; move < 500; move += 1) teller.moved();
    await clock.advance(QUEUE_TOLD_FIRST_MS);
    expect(reads).toHaveLength(2);
    for (let move = 0; move < 500; move += 1) teller.moved();
    await clock.advance(QUEUE_TOLD_EVERY_MS - 1);
    expect(reads).toHaveLength(2);
    // While somebody waits it looks by itself.
    await clock.advance(1 + 3 * QUEUE_TOLD_EVERY_MS);
    expect(reads).toHaveLength(6);
    await teller.stop();
    expect(clock.waiting).toBe(0);
  });

  it('Q1 an owner who shows no places tells none', async () => {
    await scene.set(queue({ showsPosition: false }));
    await scene.open(await scene.visitor());
    await scene.tellPlaces();
    expect(scene.toldOf('place')).toEqual([]);
  });
});

describe('Q4 words while waiting', () => {
  it('are said once each, in order, and the last one alone where several are due', async () => {
    await scene.set(
      queue({
        stages: [
          { afterMs: 30_000, text: 'Thank you for waiting.' },
          { afterMs: 2 * MINUTE, text: 'You can leave your e-mail.' },
        ],
      }),
    );
    const patient = await scene.open(await scene.visitor());
    await scene.look();
    await scene.pass(30_000);
    await scene.look();
    await scene.look();
    const words = async (id: string) =>
      (await scene.entries(id)).flatMap((entry) => (entry.kind === 'notice' ? [entry.text] : []));
    expect(await words(patient)).toEqual(['Thank you for waiting.']);
    const late = await scene.open(await scene.visitor());
    await scene.pass(2 * MINUTE);
    await scene.look();
    expect(await words(patient)).toEqual(['Thank you for waiting.', 'You can leave your e-mail.']);
    expect(await words(late)).toEqual(['You can leave your e-mail.']);
  });

  it('what the visitor writes while waiting is there when somebody comes', async () => {
    const visitor = await scene.visitor();
    const id = await scene.open(visitor, 'First');
    accepted(await scene.say(visitor, id, 'Second'));
    accepted(await scene.say(visitor, id, 'Third'));
    await scene.agent('Ana');
    const bodies = (await scene.entries(id)).flatMap((entry) => (entry.kind === 'message' ? [entry.body] : []));
    expect(bodies).toEqual(['First', 'Second', 'Third']);
  });
});

describe('Q5 the limit of the queue', () => {
  it('one more is refused, keeps its words, and may leave them with us', async () => {
    await scene.set(queue({ waitingMax: 2 }));
    accepted(await open());
    accepted(await open());
    const visitor = await scene.visitor();
    const third = opening();
    const ask = (more: object = {}) => scene.act(openConversation(scene.context, visitor, { ...third, ...more }));
    expect(await ask()).toMatchObject({ ok: false, error: 'queue_full' });
    expect(await ask({ leave: true, email: 'me@example.org' })).toMatchObject({ ok: true });
    // The same clientId again is the same message, full or not (C3).
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('whoever waits already goes on writing, and room lets the next one in', async () => {
    await scene.set(queue({ waitingMax: 1 }));
    const visitor = await scene.visitor();
    const id = await scene.open(visitor);
    expect(await scene.act(openConversation(scene.context, visitor, opening()))).toMatchObject({ ok: true });
    expect(await open()).toMatchObject({ error: 'queue_full' });
    accepted(await scene.act(closeConversation(scene.context, visitor, { conversationId: id })));
    expect(await open()).toMatchObject({ ok: true });
  });

  it('while it is closed nothing is refused: it is kept, and takes no place in the line', async () => {
    await scene.set({ ...queue({ waitingMax: 1 }), offline: { text: '', until: null } });
    for (let count = 0; count < 3; count += 1) expect(await open()).toMatchObject({ ok: true });
  });

  it('Q6 leaving an address keeps the place', async () => {
    const visitor = await scene.visitor();
    const id = await scene.open(visitor);
    await scene.pass(MINUTE);
    await scene.open(await scene.visitor());
    accepted(await scene.act(leaveContact(scene.context, visitor, { conversationId: id, email: 'me@example.org' })));
    await scene.tellPlaces();
    expect(scene.toldOf('place')[0]).toMatchObject({ visitorId: visitor.visitorId, place: { position: 1 } });
    expect((await scene.context.store.findConversation(id))?.status).toBe('queued');
  });
});
