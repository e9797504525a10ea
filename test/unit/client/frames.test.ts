import { expect, test } from 'vitest';
import { commandFrame, endFrame, helloFrame, readFrame } from '../../../protocol/client/frames.ts';

/** The examples of docs/protocol.md, section 1. */

test('P9 what goes out has the form of section 1', () => {
  expect(helloFrame('/visitor', { version: 1, site: 'shop' })).toBe('40/visitor,{"version":1,"site":"shop"}');
  expect(commandFrame('/visitor', 7, 'message:send', { body: '[1]' })).toBe(
    '42/visitor,7["message:send",{"body":"[1]"}]',
  );
  expect(endFrame('/agent')).toBe('41/agent,');
});

test('P9 what comes in is understood', () => {
  const read = (text: string) => readFrame('/visitor', text);
  expect(read('0{"sid":"a","pingInterval":10000,"pingTimeout":5000,"maxPayload":65536}')).toEqual({
    kind: 'open',
    silentMs: 15_000,
  });
  expect(read('2')).toEqual({ kind: 'ping' });
  expect(read('42/visitor,["entry:added",{"a":[1]}]')).toEqual({
    kind: 'fact',
    name: 'entry:added',
    payload: { a: [1] },
  });
  expect(read('43/visitor,12[{"ok":true,"value":{}}]')).toEqual({
    kind: 'answer',
    id: 12,
    answer: { ok: true, value: {} },
  });
  expect(
    read('44/visitor,{"message":"no","data":{"error":"rate_limited","hint":"later","retryAfterMs":1200}}'),
  ).toEqual({ kind: 'refused', error: 'rate_limited', retryAfterMs: 1_200 });
  expect(read('44/visitor,{"message":"no"}')).toEqual({ kind: 'refused' });
  expect(read('41/visitor,')).toEqual({ kind: 'end' });
  expect(read('1')).toEqual({ kind: 'end' });
});

test('P12 what is not for us is passed over: another namespace, another type', () => {
  expect(readFrame('/visitor', '40/visitor,{"sid":"x"}')).toEqual({ kind: 'other' });
  expect(readFrame('/visitor', '42/agent,["entry:added",{}]')).toEqual({ kind: 'other' });
  expect(readFrame('/visitor', '6')).toEqual({ kind: 'other' });
});

test('P16 what is no frame of ours is told as such, and nothing is thrown', () => {
  for (const text of ['0', '0{', '42/visitor,', '42/visitor,["', '43/visitor,1[', '44/visitor,', '0null'])
    expect([text, readFrame('/visitor', text)]).toEqual([text, null]);
  for (const frame of [new ArrayBuffer(2), null, undefined, {}, 4]) expect(readFrame('/visitor', frame)).toBeNull();
});
