// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RATING_WINDOW_MS, REOPEN_WINDOW_MS, STALE_TRIES_MAX } from '../../../../protocol/wire/limits.ts';
import type { Store } from '../../../../server/store/store.ts';
import { closeConversation } from '../../../../server/usecases/close-conversation.ts';
import { leaveContact } from '../../../../server/usecases/leave-contact.ts';
import { openConversation } from '../../../../server/usecases/open-conversation.ts';
import { rateConversation } from '../../../../server/usecases/rate-conversation.ts';
import { sendMessage } from '../../../../server/usecases/send-message.ts';
import { setReceipt } from '../../../../server/usecases/set-receipt.ts';
import { setTyping } from '../../../../server/usecases/set-typing.ts';
import { syncConversation } from '../../../../server/usecases/sync-conversation.ts';
import { figuresOf } from '../../../support/figures-of.ts';
import { accepted, openScene, type Scene } from '../../../support/scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const first = { clientId: 'the-first-client-id', body: 'Where is my parcel?' };

async function entriesOf(conversationId: string) {
  const page = await scene.context.store.readPage({ conversationId, afterSeq: 0, limit: 200 });
  return page?.entries ?? [];
}

describe('openConversation', () => {
  it('C1 opens one, and adds a second opening to it', async () => {
    const visitor = await scene.visitor();
    const one = await openConversation(scene.context, visitor, first);
    expect(one.wakeRouting).toBe(true);
    const two = await openConversation(scene.context, visitor, { clientId: 'the-second-client-id', body: 'Hello?' });
    expect(accepted(two.answer).conversationId).toBe(accepted(one.answer).conversationId);
    expect(two.wakeRouting).toBe(false);
    const entries = await entriesOf(accepted(one.answer).conversationId);
    expect(entries.filter((entry) => entry.kind === 'message')).toHaveLength(2);
  });

  it('C3 a repeat answers with the first place and tells nobody', async () => {
    const visitor = await scene.visitor();
    const one = await openConversation(scene.context, visitor, first);
    const two = await openConversation(scene.context, visitor, first);
    expect(two).toEqual({ answer: one.answer, notices: [], wakeRouting: false });
  });

  it('C3 the same id with another text is a conflict', async () => {
    const visitor = await scene.visitor();
    await openConversation(scene.context, visitor, first);
    const { answer } = await openConversation(scene.context, visitor, { ...first, body: 'Another text' });
    expect(answer).toMatchObject({ ok: false, error: 'cid_conflict' });
  });

  it('C3 a repeated opening after the end is still the first one, not a new conversation', async () => {
    const visitor = await scene.visitor();
    const one = accepted((await openConversation(scene.context, visitor, first)).answer);
    await closeConversation(scene.context, visitor, { conversationId: one.conversationId });
    expect(accepted((await openConversation(scene.context, visitor, first)).answer)).toEqual(one);
  });
});

describe('sendMessage', () => {
  it('C3 C6 both sides write, in one sequence without holes, and both hear of it', async () => {
    const [visitor, ana] = [await scene.visitor(), await scene.agent('Ana')];
    const conversationId = await scene.open(visitor);
    scene.told.length = 0;
    accepted(await scene.say(ana, conversationId, 'On its way.'));
    expect(scene.told[0]).toMatchObject({
      tell: 'entries',
      conversationId,
      visitorId: visitor.visitorId,
      agentId: ana.agent.id,
      entries: [{ kind: 'message', author: 'agent', agent: { name: 'Ana' }, body: 'On its way.' }],
    });
    expect(scene.told[1]).toMatchObject({ tell: 'inbox' });
    accepted(await scene.say(visitor, conversationId));
    const entries = await entriesOf(conversationId);
    expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.map((entry) => entry.kind)).toContain('assigned');
  });

  it('C3 a repeat answers with the first place and tells nobody, also after the end and after losing it', async () => {
    const [visitor, ana] = [await scene.visitor(), await scene.agent('Ana')];
    const conversationId = await scene.open(visitor);
    const fromVisitor = { conversationId, clientId: 'visitor-client-id-1', body: 'Hm.' };
    const fromAna = { conversationId, clientId: 'agents-client-id-01', body: 'Yes?' };
    const one = await sendMessage(scene.context, visitor, fromVisitor);
    const two = await sendMessage(scene.context, ana, fromAna);
    accepted(await scene.act(closeConversation(scene.context, ana, { conversationId })));
    await scene.context.clock.advance(REOPEN_WINDOW_MS + 1);
    const before = await entriesOf(conversationId);
    expect(await sendMessage(scene.context, visitor, fromVisitor)).toEqual({ ...one, notices: [], wakeRouting: false });
    expect(await sendMessage(scene.context, ana, fromAna)).toEqual({ ...two, notices: [], wakeRouting: false });
    expect((await sendMessage(scene.context, ana, { ...fromAna, body: 'No.' })).answer).toMatchObject({
      error: 'cid_conflict',
    });
    expect(await entriesOf(conversationId)).toEqual(before);
  });

  it('C3 a repeat within the reopen window does not reopen', async () => {
    const visitor = await scene.visitor();
    const conversationId = await scene.open(visitor);
    const message = { conversationId, clientId: 'visitor-client-id-1', body: 'Hm.' };
    const one = await sendMessage(scene.context, visitor, message);
    await closeConversation(scene.context, visitor, { conversationId });
    expect((await sendMessage(scene.context, visitor, message)).answer).toEqual(one.answer);
    expect((await scene.context.store.findConversation(conversationId))?.status).toBe('closed');
  });

  it('C4 an agent who lost it is told so, although the state of before is remembered', async () => {
    const [visitor, ana] = [await scene.visitor(), await scene.agent('Ana')];
    const conversationId = await scene.open(visitor);
    accepted(await scene.say(ana, conversationId));
    await scene.context.clock.advance(60_000);
    await scene.sweep();
    expect(await scene.say(ana, conversationId)).toMatchObject({ ok: false, error: 'reassigned' });
    const ben = await scene.agent('Ben');
    expect(await scene.say(ana, conversationId)).toMatchObject({ ok: false, error: 'reassigned' });
    accepted(await scene.say(ben, conversationId));
    expect(await scene.say(ana, conversationId)).toMatchObject({ ok: false, error: 'reassigned' });
  });

  it('C4 who is not served yet has no agent who may write', async () => {
    const visitor = await scene.visitor();
    const conversationId = await scene.open(visitor);
    const ana = await scene.agent('Ana', { available: false });
    expect(await scene.say(ana, conversationId)).toMatchObject({ ok: false, error: 'forbidden' });
  });

  it('C5 within the window the visitor reopens as a new episode, later not', async () => {
    const [visitor, ana] = [await scene.visitor(), await scene.agent('Ana')];
    const conversationId = await scene.open(visitor);
    accepted(await scene.act(closeConversation(scene.context, ana, { conversationId })));
    await scene.context.clock.advance(REOPEN_WINDOW_MS);
    const done = await sendMessage(scene.context, visitor, {
      conversationId,
      clientId: 'reopening-client-id',
      body: 'Again',
    });
    expect(accepted(done.answer).seq).toBeGreaterThan(0);
    expect(done.wakeRouting).toBe(true);
    expect(await scene.context.store.findConversation(conversationId)).toMatchObject({ status: 'queued', episode: 2 });

    accepted(await scene.act(closeConversation(scene.context, visitor, { conversationId })));
    await scene.context.clock.advance(REOPEN_WINDOW_MS + 1);
    expect(await scene.say(visitor, conversationId)).toEqual({ ok: false, error: 'conversation_closed' });
  });

  it('C5 C1 an earlier conversation is not reopened beside a newer one', async () => {
    const visitor = await scene.visitor();
    const earlier = await scene.open(visitor);
    accepted(await scene.act(closeConversation(scene.context, visitor, { conversationId: earlier })));
    await scene.context.clock.advance(1);
    const later = await scene.open(visitor);
    expect(later).not.toBe(earlier);
    expect(await scene.say(visitor, earlier)).toEqual({ ok: false, error: 'conversation_closed' });
  });

  it('S3 decides again when others were faster, and gives up politely when they always are', async () => {
    const visitor = await scene.visitor();
    const conversationId = await scene.open(visitor);
    let tries = 0;
    const store = new Proxy<Store>(scene.context.store, {
      get(real, name: keyof Store) {
        if (name === 'appendMessage') {
          return async () => {
            tries += 1;
            return { result: 'stale' };
          };
        }
        const method = real[name];
        return typeof method === 'function' ? method.bind(real) : method;
      },
    });
    const { answer } = await sendMessage({ ...scene.context, store }, visitor, { conversationId, ...first });
    expect(answer).toMatchObject({ ok: false, error: 'unavailable', retryAfterMs: expect.any(Number) });
    expect(tries).toBe(STALE_TRIES_MAX);
  });
});

describe('closeConversation', () => {
  it('C7 C8 ends once; the second end answers with the place of the first, and tells nobody', async () => {
    const [visitor, ana] = [await scene.visitor(), await scene.agent('Ana')];
    const conversationId = await scene.open(visitor);
    const end = await closeConversation(scene.context, visitor, { conversationId });
    expect(end.wakeRouting).toBe(true);
    expect(end.notices[0]).toMatchObject({ tell: 'entries', agentId: ana.agent.id, entries: [{ kind: 'closed' }] });
    accepted((await rateConversation(scene.context, visitor, { conversationId, episode: 1, score: 5 })).answer);
    await scene.context.clock.advance(1_000);
    for (const who of [visitor, ana]) {
      const again = await closeConversation(scene.context, who, { conversationId });
      expect(again).toEqual({ answer: end.answer, notices: [], wakeRouting: false });
    }
  });

  it('C7 frees the room, and the next in the queue gets it', async () => {
    const ana = await scene.agent('Ana', { capacity: 1 });
    const one = await scene.open(await scene.visitor());
    const two = await scene.open(await scene.visitor());
    expect((await scene.context.store.findConversation(two))?.status).toBe('queued');
    accepted(await scene.act(closeConversation(scene.context, ana, { conversationId: one })));
    expect(await scene.context.store.findConversation(two)).toMatchObject({ status: 'active', agentId: ana.agent.id });
  });

  it('C7 a waiting one is ended by an admin, not by an agent', async () => {
    const conversationId = await scene.open(await scene.visitor());
    const ana = await scene.agent('Ana', { available: false });
    const boss = await scene.agent('Boss', { role: 'admin', available: false });
    expect((await closeConversation(scene.context, ana, { conversationId })).answer).toMatchObject({
      error: 'forbidden',
    });
    accepted((await closeConversation(scene.context, boss, { conversationId, outcome: 'spam' })).answer);
  });
});

describe('rateConversation', () => {
  it('C9 M6 is given once per episode, may be changed, and ends with its window', async () => {
    const visitor = await scene.visitor();
    const conversationId = await scene.open(visitor);
    const rate = (score: number) =>
      scene.act(rateConversation(scene.context, visitor, { conversationId, episode: 1, score, comment: '  ' }));
    expect(await rate(4)).toMatchObject({ error: 'rating_closed' });
    accepted(await scene.act(closeConversation(scene.context, visitor, { conversationId })));
    accepted(await rate(2));
    await scene.context.clock.advance(RATING_WINDOW_MS);
    accepted(await rate(5));
    const { store, clock } = scene.context;
    const facts = await figuresOf(store, clock.now(), { from: 0, to: clock.now() });
    expect(facts.scores).toEqual([0, 0, 0, 0, 1]);
    expect((await entriesOf(conversationId)).at(-1)).toMatchObject({ kind: 'rated', score: 5 });
    await scene.context.clock.advance(1);
    expect(await rate(1)).toMatchObject({ error: 'rating_closed' });
  });
});

describe('contact, typing, receipts', () => {
  it('C10 an address is an entry that both sides hear of', async () => {
    const visitor = await scene.visitor();
    const conversationId = await scene.open(visitor);
    const done = await leaveContact(scene.context, visitor, { conversationId, email: 'mia@home.example' });
    expect(done.notices[0]).toMatchObject({
      tell: 'entries',
      entries: [{ kind: 'contact', email: 'mia@home.example' }],
    });
    expect(done.notices[1]).toMatchObject({ tell: 'inbox' });
  });

  it('C11 typing is told to the other side and stored nowhere', async () => {
    const [visitor, ana] = [await scene.visitor(), await scene.agent('Ana')];
    const conversationId = await scene.open(visitor);
    const before = await entriesOf(conversationId);
    const done = await setTyping(scene.context, ana, { conversationId, typing: true });
    expect(done.notices).toEqual([
      {
        tell: 'typing',
        conversationId,
        visitorId: visitor.visitorId,
        agentId: ana.agent.id,
        by: 'agent',
        agent: { id: ana.agent.id, name: ana.agent.name },
        typing: true,
      },
    ]);
    expect(await entriesOf(conversationId)).toEqual(before);
  });

  it('C12 marks rise, are told once, and never go back or above the head', async () => {
    const [visitor, ana] = [await scene.visitor(), await scene.agent('Ana')];
    const conversationId = await scene.open(visitor);
    const head = (await entriesOf(conversationId)).length;
    const read = (readSeq: number) => setReceipt(scene.context, ana, { conversationId, deliveredSeq: 0, readSeq });
    const done = await read(head + 100);
    expect(done.notices[0]).toMatchObject({ tell: 'marks', marks: { agentRead: head, agentDelivered: head } });
    expect(done.notices[1]).toMatchObject({ tell: 'inbox' });
    expect((await read(1)).notices).toEqual([]);
    expect((await scene.context.store.findConversation(conversationId))?.marks.agentRead).toBe(head);
  });
});

describe('what is not yours', () => {
  it('C2 unknown and foreign are answered the same by every command of the visitor, and nothing changes', async () => {
    const [owner, stranger] = [await scene.visitor(), await scene.visitor()];
    await scene.agent('Ana');
    const conversationId = await scene.open(owner);
    const { context } = scene;
    const commands = (id: string) => [
      sendMessage(context, stranger, { conversationId: id, ...first }),
      syncConversation(context, stranger, { conversationId: id, afterSeq: 0 }),
      closeConversation(context, stranger, { conversationId: id }),
      rateConversation(context, stranger, { conversationId: id, episode: 1, score: 5 }),
      leaveContact(context, stranger, { conversationId: id, email: 'x@y.example' }),
      setTyping(context, stranger, { conversationId: id, typing: true }),
      setReceipt(context, stranger, { conversationId: id, deliveredSeq: 1, readSeq: 1 }),
    ];
    const before = await context.store.findConversation(conversationId);
    const foreign = await Promise.all(commands(conversationId));
    const unknown = await Promise.all(commands('no-such-conversation'));
    expect(foreign).toEqual(unknown);
    for (const done of foreign) expect(done).toEqual({ answer: { ok: false, error: 'not_found' }, notices: [] });
    expect(await context.store.findConversation(conversationId)).toEqual(before);
    accepted(await scene.say(owner, conversationId));
    expect((await sendMessage(context, stranger, { conversationId, ...first })).answer).toEqual({
      ok: false,
      error: 'not_found',
    });
  });
});
