import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createWholeBursts } from '../../../server/gateway/whole-bursts.ts';

/** A stream as a TCP socket is one: what is written while it is corked leaves together. */
function makeLine() {
  const writes: string[][] = [];
  const socket = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      writes.push([String(chunk)]);
      done();
    },
    writev(chunks, done) {
      writes.push(chunks.map(({ chunk }) => String(chunk)));
      done();
    },
  });
  const connection = { transport: { socket: { _socket: socket } } };
  return { writes, socket, connection };
}

/** All that the running turn set off: promises, and what they put off to its end. */
const endOfTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('what one turn tells a connection leaves in one write, in order', async () => {
  const hold = createWholeBursts();
  const line = makeLine();
  for (const text of ['a', 'b', 'c']) {
    await null;
    hold(line.connection);
    line.socket.write(text);
  }
  expect(line.writes).toEqual([]);
  await endOfTurn();
  expect(line.writes).toEqual([['a', 'b', 'c']]);
});

test('nothing stays behind: each connection is let go, and the next turn is a burst of its own', async () => {
  const hold = createWholeBursts();
  const lines = [makeLine(), makeLine()];
  for (const round of ['1', '2']) {
    for (const { connection, socket } of lines) {
      hold(connection);
      hold(connection);
      socket.write(round);
    }
    await endOfTurn();
  }
  for (const { writes, socket } of lines) {
    expect(writes).toEqual([['1'], ['2']]);
    expect(socket.writableCorked).toBe(0);
  }
});

test('a connection that is gone is left alone', async () => {
  const hold = createWholeBursts();
  hold({ transport: {} });
  hold({ transport: { socket: { _socket: null } } });
  const line = makeLine();
  hold(line.connection);
  line.socket.destroy();
  await endOfTurn();
  expect(line.writes).toEqual([]);
});
