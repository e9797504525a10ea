// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  AGENT_SESSION_IDLE_MS_MAX,
  AGENT_SESSION_LIFE_MS_MAX,
  SESSION_TOUCHED_EVERY_MS,
  SYNC_ENTRIES_MAX,
  VISITOR_IDLE_MS_MAX,
  VISITOR_LIFE_MS_MAX,
  VISITOR_TOKEN_AGE_MS_MAX,
  VISITOR_TOKEN_OVERLAP_MS,
} from '../../../../protocol/wire/limits.ts';
import { PROTOCOL_VERSION, PROTOCOL_VERSION_MIN } from '../../../../protocol/wire/version.ts';
import { identifyAgent } from '../../../../server/usecases/identify-agent.ts';
import { signIn } from '../../../../server/usecases/sign-in.ts';
import { signOut } from '../../../../server/usecases/sign-out.ts';
import { startAgentSession } from '../../../../server/usecases/start-agent-session.ts';
import { startVisitorSession } from '../../../../server/usecases/start-visitor-session.ts';
import { touchSession } from '../../../../server/usecases/touch-session.ts';
import { accepted, openScene, PASSWORD, type Scene } from '../../../support/scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const hello = { version: PROTOCOL_VERSION, site: 'key' };

function start(more: object = {}) {
  return startVisitorSession(scene.context, scene.site, { ...hello, ...more });
}

describe('startVisitorSession', () => {
  it('P5 gives a new visitor a token once; with it the browser is the same visitor again', async () => {
    const one = accepted((await start()).answer);
    expect(one.ready).toMatchObject({
      siteName: 'Shop',
      available: false,
      conversations: [],
      token: expect.any(String),
    });
    const two = accepted((await start({ token: one.ready.token })).answer);
    expect(two.subject).toEqual(one.subject);
    expect(two.ready).not.toHaveProperty('token');
  });

  it('P5 an unknown token, or one of another site, is unauthorized and makes no visitor', async () => {
    const { ready } = accepted((await start()).answer);
    expect((await start({ token: 'vst_unknown' })).answer).toMatchObject({ error: 'unauthorized' });
    const other = await startVisitorSession(
      scene.context,
      { id: 'other', key: 'other', name: 'Other' },
      { ...hello, token: ready.token },
    );
    expect(other.answer).toMatchObject({ error: 'unauthorized' });
  });

  it('P5 an empty token is unknown, not absent', async () => {
    expect((await start({ token: '' })).answer).toMatchObject({ error: 'unauthorized' });
  });

  it('P5 a token ends with its idle time, counted from the last visit', async () => {
    const { ready } = accepted((await start()).answer);
    await scene.context.clock.advance(VISITOR_IDLE_MS_MAX);
    accepted((await start({ token: ready.token })).answer);
    await scene.context.clock.advance(VISITOR_IDLE_MS_MAX + 1);
    expect((await start({ token: ready.token })).answer).toMatchObject({ error: 'unauthorized' });
  });

  it('P33 a token that was used for a day gets a successor; both are good until it is used, then the old one ends', async () => {
    const { ready, subject } = accepted((await start()).answer);
    const { clock } = scene.context;
    await clock.advance(VISITOR_TOKEN_AGE_MS_MAX - 1);
    expect(accepted((await start({ token: ready.token })).answer).ready).not.toHaveProperty('token');
    await clock.advance(1);
    const again = accepted((await start({ token: ready.token })).answer);
    expect(again.subject).toEqual(subject);
    expect(again.ready.token).not.toBe(ready.token);
    // The answer may have been lost: the browser comes with the one it has.
    await clock.advance(VISITOR_TOKEN_AGE_MS_MAX);
    const next = accepted((await start({ token: ready.token })).answer).ready.token;
    expect(accepted((await start({ token: next })).answer)).toMatchObject({ subject, ready: {} });
    await clock.advance(VISITOR_TOKEN_OVERLAP_MS - 1);
    expect(accepted((await start({ token: ready.token })).answer).subject).toEqual(subject);
  });

  it('P33 a token that comes back after it was exchanged ends them all, and every connection', async () => {
    const { ready, subject } = accepted((await start()).answer);
    await scene.context.clock.advance(VISITOR_TOKEN_AGE_MS_MAX);
    const next = accepted((await start({ token: ready.token })).answer).ready.token;
    await start({ token: next });
    await scene.context.clock.advance(VISITOR_TOKEN_OVERLAP_MS);
    const told = await start({ token: ready.token });
    expect(told.answer).toMatchObject({ error: 'unauthorized' });
    expect(told.notices).toEqual([{ tell: 'visitorEnded', visitorId: subject.visitorId, error: 'unauthorized' }]);
    expect((await start({ token: next })).answer).toMatchObject({ error: 'unauthorized' });
    expect((await start({ token: next })).notices).toEqual([]);
  });

  it('P5 a token ends with its life time, however often it was used', async () => {
    const { ready } = accepted((await start()).answer);
    let age = 0;
    for (; age + VISITOR_IDLE_MS_MAX <= VISITOR_LIFE_MS_MAX; age += VISITOR_IDLE_MS_MAX) {
      await scene.context.clock.advance(VISITOR_IDLE_MS_MAX);
      accepted((await start({ token: ready.token })).answer);
    }
    await scene.context.clock.advance(VISITOR_LIFE_MS_MAX - age + 1);
    expect((await start({ token: ready.token })).answer).toMatchObject({ error: 'unauthorized' });
  });

  it('P5 brings the latest conversation after the position held; all of it when the epoch is another one', async () => {
    const { ready, subject } = accepted((await start()).answer);
    const conversationId = await scene.open(subject);
    for (let count = 0; count < 4; count += 1) accepted(await scene.say(subject, conversationId));
    const resume = [{ conversationId, afterSeq: 3 }];
    const seqs = async (more: object) => {
      const again = accepted((await start({ token: ready.token, ...more })).answer);
      return again.ready.conversations.map((page) => page.entries.map((entry) => entry.seq));
    };
    expect(await seqs({ resume, epoch: ready.epoch })).toEqual([[4, 5, 6]]);
    expect(await seqs({ resume, epoch: 'another' })).toEqual([[1, 2, 3, 4, 5, 6]]);
    expect(await seqs({ resume })).toEqual([[1, 2, 3, 4, 5, 6]]);
    expect(await seqs({ epoch: ready.epoch })).toEqual([[1, 2, 3, 4, 5, 6]]);
    expect(await seqs({ epoch: ready.epoch, resume: [{ conversationId: 'other', afterSeq: 3 }] })).toEqual([
      [1, 2, 3, 4, 5, 6],
    ]);
  });

  it('P5 a long conversation comes in pages', async () => {
    const { ready, subject } = accepted((await start()).answer);
    const conversationId = await scene.open(subject);
    for (let count = 0; count < SYNC_ENTRIES_MAX; count += 1) accepted(await scene.say(subject, conversationId));
    const again = accepted((await start({ token: ready.token })).answer);
    expect(again.ready.conversations[0]).toMatchObject({ more: true, head: SYNC_ENTRIES_MAX + 2 });
    expect(again.ready.conversations[0]?.entries).toHaveLength(SYNC_ENTRIES_MAX);
  });

  it('P1 below the floor of versions: load the page again; a newer client hears our version', async () => {
    expect((await start({ version: PROTOCOL_VERSION_MIN - 1 })).answer).toEqual({
      ok: false,
      error: 'version_too_old',
    });
    expect(accepted((await start({ version: PROTOCOL_VERSION + 1 })).answer).ready.version).toBe(PROTOCOL_VERSION);
  });
});

describe('sessions of agents', () => {
  async function signInAna() {
    const input = { email: 'ana@shop.example', password: PASSWORD, addressKey: '203.0.113.1' };
    return accepted((await signIn(scene.context, input)).answer).secret;
  }

  it('A6 a session is known until it was idle for too long, not one millisecond less', async () => {
    await scene.agent('Ana');
    const secret = await signInAna();
    await scene.context.clock.advance(AGENT_SESSION_IDLE_MS_MAX);
    expect(await identifyAgent(scene.context, secret)).toBeDefined();
    await scene.context.clock.advance(1);
    expect(await identifyAgent(scene.context, secret)).toBeUndefined();
  });

  it('A6 input keeps it, up to its life time', async () => {
    await scene.agent('Ana');
    const secret = await signInAna();
    const step = AGENT_SESSION_IDLE_MS_MAX;
    for (let age = step; age <= AGENT_SESSION_LIFE_MS_MAX; age += step) {
      await scene.context.clock.advance(step);
      const subject = await identifyAgent(scene.context, secret);
      if (!subject) throw new Error(`The session ended after ${age} ms.`);
      accepted((await touchSession(scene.context, subject, {})).answer);
    }
    await scene.context.clock.advance(1);
    expect(await identifyAgent(scene.context, secret)).toBeUndefined();
  });

  it('A6 input is written at most once a minute', async () => {
    const ana = await scene.agent('Ana');
    let writes = 0;
    const { store } = scene.context;
    const touch = store.touchSession.bind(store);
    store.touchSession = (input) => {
      writes += 1;
      return touch(input);
    };
    await scene.context.clock.advance(SESSION_TOUCHED_EVERY_MS - 1);
    await touchSession(scene.context, ana, {});
    expect(writes).toBe(0);
    await scene.context.clock.advance(1);
    await touchSession(scene.context, ana, {});
    await touchSession(scene.context, ana, {});
    expect(writes).toBe(1);
  });

  it('A6 signing out ends this session and its connections, and no other one', async () => {
    const ana = await scene.agent('Ana');
    const other = await signInAna();
    const done = await signOut(scene.context, ana);
    expect(done.notices).toEqual([{ tell: 'sessionEnded', sessionId: ana.sessionId, error: 'unauthorized' }]);
    expect((await touchSession(scene.context, ana, {})).answer).toMatchObject({ error: 'unauthorized' });
    expect(await identifyAgent(scene.context, other)).toBeDefined();
  });

  it('P1 an old console is told to load again; a good one hears who it is', async () => {
    const ana = await scene.agent('Ana');
    const old = await startAgentSession(scene.context, ana, { version: PROTOCOL_VERSION_MIN - 1 });
    expect(old.answer).toEqual({ ok: false, error: 'version_too_old' });
    const done = await startAgentSession(scene.context, ana, { version: PROTOCOL_VERSION });
    expect(accepted(done.answer)).toMatchObject({ me: { name: 'Ana', availability: 'available' } });
    expect(done.wakeRouting).toBe(true);
  });
});
