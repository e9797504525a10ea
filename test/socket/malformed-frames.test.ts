import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERRORS } from '../../protocol/wire/errors.ts';
import { FRAME_BYTES_MAX } from '../../protocol/wire/limits.ts';
import { visitorCommands } from '../../protocol/wire/schemas.ts';
import { openRaw, openRawVisitor, type RawSocket } from './raw-socket.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
beforeAll(async () => {
  relay = await startTestRelay();
});
afterAll(() => relay.remove());

/** The relay is alive when somebody else gets in and is answered. */
async function expectAlive(): Promise<void> {
  const other = await relay.visitor();
  await other.fact('session:ready');
  expect(await other.command('conversation:sync', { conversationId: 'x', afterSeq: 0 })).toMatchObject({
    error: 'not_found',
  });
  await other.end();
}

const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;

/** `close`: the relay ends the connection. `typed`: it answers an error. `ignored`: nothing happens, and that is right. */
const KINDS: [name: string, frame: string | Buffer, outcome: 'close' | 'typed' | 'ignored'][] = [
  ['an unknown Engine.IO type', '9', 'close'],
  ['an empty frame', '', 'close'],
  ['a ping of the client', '2', 'close'],
  ['an Engine.IO close', '1', 'ignored'],
  ['an Engine.IO upgrade', '5', 'ignored'],
  ['no Socket.IO type', '4', 'close'],
  ['an unknown Socket.IO type', '49', 'close'],
  ['a second CONNECT', '40/visitor,{"version":1,"site":"demo"}', 'close'],
  ['a CONNECT_ERROR of the client', '44/visitor,{"message":"x"}', 'close'],
  ['an EVENT that is no JSON', '42/visitor,{nope', 'close'],
  ['an EVENT that is an object', '42/visitor,{"a":1}', 'close'],
  ['an EVENT that is an empty array', '42/visitor,[]', 'close'],
  ['a reserved name', '42/visitor,["connect"]', 'close'],
  ['a number as name', '42/visitor,7[42,{}]', 'typed'],
  ['an EVENT for a namespace that was not joined', '42/agent,1["inbox:list",{}]', 'close'],
  ['an EVENT for the default namespace', '421["message:send",{}]', 'close'],
  ['an ACK that nobody asked for', '43/visitor,77[]', 'ignored'],
  ['a binary event without attachments (CVE-2026-69185)', '450-/visitor,["message:send"]', 'close'],
  ['a binary event with one', '451-/visitor,["message:send",{"_placeholder":true,"num":0}]', 'close'],
  ['a binary event with a billion', '451000000000-/visitor,["x"]', 'close'],
  ['a binary event with NaN', '45NaN-/visitor,["x"]', 'close'],
  ['a binary ack', '461-/visitor,1[{"_placeholder":true,"num":0}]', 'close'],
  ['a binary frame', Buffer.from([1, 2, 3]), 'close'],
  ['null as payload', '42/visitor,7["message:send",null]', 'typed'],
  ['no payload', '42/visitor,7["message:send"]', 'typed'],
  ['a payload of the wrong type', '42/visitor,7["message:send","text"]', 'typed'],
  ['__proto__ as name', '42/visitor,7["__proto__",{}]', 'typed'],
  ['__proto__ in the payload', '42/visitor,7["message:send",{"__proto__":{"ok":true},"constructor":1}]', 'typed'],
  ['a very deep payload', `42/visitor,7["message:send",${deep}]`, 'typed'],
  [
    'an operator for a database',
    '42/visitor,7["conversation:sync",{"conversationId":{"$ne":null},"afterSeq":0}]',
    'typed',
  ],
  ['a frame above the limit', `42/visitor,7["message:send",{"body":"${'x'.repeat(FRAME_BYTES_MAX)}"}]`, 'close'],
];

async function outcomeOf(raw: RawSocket, frame: string | Buffer): Promise<string> {
  raw.socket.send(frame);
  // A good command after it: answered only if the bad one left the connection usable.
  if (raw.isOpen()) raw.socket.send('42/visitor,99["conversation:sync",{"conversationId":"none","afterSeq":0}]');
  const end = await Promise.race([raw.closed.then(() => 'close'), raw.frame('43/visitor,99')]);
  if (end === 'close') return 'close';
  const answer = raw.frames.find((one) => one.startsWith('43/visitor,7['));
  if (!answer) return 'ignored';
  const told = (JSON.parse(answer.slice('43/visitor,7'.length)) as { ok: boolean; error: string }[])[0];
  expect(told?.ok).toBe(false);
  expect(Object.keys(ERRORS)).toContain(told?.error);
  return 'typed';
}

describe('P16: malformed frames, after the handshake', () => {
  test.each(KINDS)('%s', async (name, frame, outcome) => {
    const raw = await openRawVisitor(relay.origin);
    const violations = relay.count('protocol_violation');
    const seen = await outcomeOf(raw, frame);
    raw.end();
    // F4: seen and ended by our own guard, before the framework keeps anything of it.
    if (name.startsWith('a binary')) expect(relay.count('protocol_violation')).toBe(violations + 1);
    // The client said goodbye itself: the relay may end the connection, and need not.
    expect(name.endsWith('IO close') ? 'ignored' : seen).toBe(outcome);
    await expectAlive();
  });
});

describe('P16: before the handshake nothing is served', () => {
  const before = [['a namespace that is not ours', '40/visitors,{"version":1}', 'close'] as const, ...KINDS].filter(
    ([name]) => name !== 'a second CONNECT' && !name.startsWith('an Engine.IO'),
  );
  test.each(before)('%s', async (_name, frame) => {
    const raw = await openRaw(relay.origin);
    raw.socket.send(frame);
    await raw.closed;
    expect(raw.frames.filter((one) => one.startsWith('43') || one.startsWith('42'))).toEqual([]);
  });

  test.each([
    ['no hello', '40/visitor,', 'invalid_payload'],
    ['an empty hello', '40/visitor,{}', 'invalid_payload'],
    ['a hello of wrong types', '40/visitor,{"version":"1","site":7}', 'invalid_payload'],
    [
      'too many positions',
      `40/visitor,${JSON.stringify({ version: 1, site: 'demo', resume: Array(21).fill({ conversationId: 'c', afterSeq: 0 }) })}`,
      'invalid_payload',
    ],
    ['a version from the past', '40/visitor,{"version":0,"site":"demo"}', 'version_too_old'],
    ['an unknown site', '40/visitor,{"version":1,"site":"__proto__"}', 'site_unknown'],
    ['a token that nobody has', '40/visitor,{"version":1,"site":"demo","token":"vst_x"}', 'unauthorized'],
    ['a token that is none', '40/visitor,{"version":1,"site":"demo","token":7}', 'unauthorized'],
    ['an endless token', `40/visitor,{"version":1,"site":"demo","token":"${'x'.repeat(5_000)}"}`, 'unauthorized'],
    ['an agent without a cookie', '40/agent,{"version":1}', 'unauthorized'],
  ])('%s is refused with a code', async (_name, frame, code) => {
    const raw = await openRaw(relay.origin);
    raw.socket.send(frame);
    const told = await raw.frame('44/');
    expect(JSON.parse(told.slice(told.indexOf('{')))).toMatchObject({ message: code, data: { error: code } });
    raw.end();
  });

  test('the default namespace serves nobody', async () => {
    const raw = await openRaw(relay.origin);
    raw.socket.send('40');
    await raw.frame('44');
    raw.end();
  });

  const others = ['EIO=3&transport=websocket', 'EIO=4&transport=polling', 'EIO=4&transport=webtransport', 'EIO=4'];
  test.each([...others, 'transport=websocket'])('F5: %s is refused', async (query) => {
    const outcome = openRaw(relay.origin, {}, query).then(
      async (raw) => {
        await raw.closed;
        return raw.frames.some((frame) => frame.startsWith('0')) ? 'served' : 'ended';
      },
      (error: Error) => error.message,
    );
    expect(['HTTP 400', 'ended']).toContain(await outcome);
  });

  test('F5: a server’s own opening, said by a client, ends the connection; the main namespace is refused with a code', async () => {
    const opening = await openRaw(relay.origin);
    opening.socket.send('0{"sid":"mine"}');
    await opening.closed;
    const main = await openRaw(relay.origin);
    main.socket.send('40');
    expect(JSON.parse((await main.frame('44')).slice(2))).toMatchObject({ data: { error: 'unknown_command' } });
    main.end();
  });

  test.each(['__proto__', 'constructor', 'nope'])('F5: the session id %s is refused', async (sid) => {
    await expect(openRaw(relay.origin, {}, `EIO=4&transport=websocket&sid=${sid}`)).rejects.toThrow('HTTP 400');
  });
});

test('P16: 1,200 fuzzed commands: each is answered with a code, no row is written, the relay lives', async () => {
  const raw = await openRawVisitor(relay.origin);
  const names = [...Object.keys(visitorCommands), 'inbox:list', 'agent:availability', 'nope', '', '__proto__'];
  const key = fc.constantFrom(
    'conversationId',
    'clientId',
    'body',
    'afterSeq',
    'episode',
    'score',
    'typing',
    'email',
    '__proto__',
  );
  const payload = fc.oneof(fc.jsonValue(), fc.dictionary(key, fc.jsonValue()));
  // A command without fields is right with any object: not what is meant here.
  const schemas = new Map(Object.entries(visitorCommands));
  let id = 1_000;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), payload, async (name, value) => {
      fc.pre(!schemas.get(name)?.safeParse(value).success);
      id += 1;
      raw.socket.send(`42/visitor,${id}${JSON.stringify([name, value])}`);
      const frame = await raw.frame(`43/visitor,${id}[`);
      const [answer] = JSON.parse(frame.slice(frame.indexOf('['))) as [{ ok: boolean; error: string }];
      expect(answer.ok).toBe(false);
      expect(Object.keys(ERRORS)).toContain(answer.error);
      expect(answer.error).not.toBe('internal');
    }),
    { numRuns: 1_200, seed: 20_261 },
  );
  raw.end();
  expect((await relay.store.listInbox({ openLimit: 10, closedLimit: 10 })).conversations).toEqual([]);
  expect(relay.reports.filter(({ kind }) => kind === 'command_failed')).toEqual([]);
  expect(({} as Record<string, unknown>).ok).toBeUndefined();
  await expectAlive();
});

test('P16: 800 random frames, after the handshake and before it: answered or ended, never more', async () => {
  const frame = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string().map((text) => `42/visitor,${text}`),
    fc.tuple(fc.nat(9), fc.nat(9), fc.json()).map(([engine, type, json]) => `${engine}${type}/visitor,${json}`),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(frame, async (text) => {
      const raw = await openRawVisitor(relay.origin);
      await outcomeOf(raw, text);
      raw.end();
    }),
    { numRuns: 500, seed: 20_262 },
  );
  await fc.assert(
    fc.asyncProperty(frame, async (text) => {
      const raw = await openRaw(relay.origin);
      raw.socket.send(text);
      // Whoever sends anything but a handshake is served nothing, and a good handshake after it may still come too late.
      raw.socket.send('40/visitor,{"version":1,"site":"demo"}');
      await Promise.race([raw.closed, raw.frame('42/visitor,["session:ready"'), raw.frame('44')]);
      expect(raw.frames.filter((one) => one.startsWith('43'))).toEqual([]);
      raw.end();
    }),
    { numRuns: 300, seed: 20_263 },
  );
  await expectAlive();
});
