import { describe, expect, test } from 'vitest';
import { privateKey } from '../../../console/model/private-memory.ts';
import { leaveWith } from '../../../console/ui/leave-with.ts';
import type { Upload } from '../../../protocol/client/uploads.ts';
import { success } from '../../../protocol/wire/errors.ts';
import { ana, ConsoleDesk, PlainMemory } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';
import { kept, openWriting as open, sent, UNDO_MS } from '../../support/writing-desk.ts';

/** One that waits above the box, and is put down where it is sent. */
const picture = (name: string, left: string[]) => {
  const file = { name, bytes: 1, type: 'image/png', read: async () => new Uint8Array(1), draw: async () => false };
  const upload: Upload = { clientId: name, file, state: 'held', done: 0 };
  return { uploads: { list: [upload] }, release: (one?: Upload) => void left.push(one?.file.name ?? '') };
};

describe('D8 calling back', () => {
  test('a message waits some seconds; undone it is in the box again, and nothing of it has left', async () => {
    const desk = await open();
    const { composing } = desk.desk;
    desk.thread.write('Good day');
    expect(desk.thread.send()).toBe(true);
    await desk.clock.advance(UNDO_MS - 1);
    expect(sent(desk)).toEqual([]);
    desk.thread.write('and more');
    composing.undo(composing.held.of('c1')?.clientId ?? '');
    expect(desk.thread.draft.value).toBe('Good day\nand more');
    await desk.clock.advance(UNDO_MS);
    expect(sent(desk)).toEqual([]);
    desk.thread.send();
    await desk.clock.advance(UNDO_MS);
    expect(sent(desk)).toEqual(['Good day\nand more']);
    expect(composing.held.items.value).toEqual([]);
  });

  test('undone, it answers again what it answered; of what was begun since the quote stays with it', async () => {
    const desk = await open();
    const { composing } = desk.desk;
    const undo = () => composing.undo(composing.held.of('c1')?.clientId ?? '');
    desk.thread.answering.quote.value = 1;
    desk.thread.write('Yes, that one');
    desk.thread.send();
    expect(desk.thread.quoted.value).toBeNull();
    undo();
    expect(desk.thread.quoted.value).toMatchObject({ seq: 1, body: 'Hello?' });
    desk.thread.send();
    await desk.clock.advance(UNDO_MS);
    expect(desk.relay.payloads('message:send')).toMatchObject([{ body: 'Yes, that one', quote: 1 }]);
    desk.relay.settle('message:send', success({ seq: 4, at: 4 }));
    // One that answers nothing leaves the quote of what was begun since.
    desk.thread.write('And');
    desk.thread.send();
    desk.thread.answering.quote.value = 1;
    undo();
    expect(desk.thread.quoted.value).toMatchObject({ seq: 1 });
  });

  test('pictures that were sent with a text leave with it, and are there again with it', async () => {
    const desk = await open();
    const { composing } = desk.desk;
    const left: string[] = [];
    const say = (text: string) => {
      desk.thread.write(text);
      desk.thread.send();
      const held = composing.held.of('c1');
      leaveWith(held, composing, picture(text, left));
    };
    say('This one');
    await desk.clock.advance(UNDO_MS - 1);
    expect(left).toEqual([]);
    await desk.clock.advance(1);
    expect(left).toEqual(['This one']);
    say('Not this one');
    composing.undo(composing.held.of('c1')?.clientId ?? '');
    await desk.clock.advance(2 * UNDO_MS);
    expect(left).toEqual(['This one']);
    // By the next one, and by "Send now".
    say('first');
    say('second');
    expect(left).toEqual(['This one', 'first']);
    composing.held.release(composing.held.of('c1')?.clientId ?? '');
    expect(left).toEqual(['This one', 'first', 'second']);
  });

  test('pictures leave also where another tab was the first to send their text', async () => {
    const desk = await open();
    const { composing } = desk.desk;
    const left: string[] = [];
    const other = new PlainMemory(desk.memory);
    // Both clocks strike in the same moment; this one was set first.
    desk.clock.after(UNDO_MS, () => {
      for (const key of other.keys(privateKey(ana.id, 'held:'))) other.remove(key);
    });
    desk.thread.write('This one');
    desk.thread.send();
    const held = composing.held.of('c1');
    leaveWith(held, composing, picture('picture', left));
    await desk.clock.advance(UNDO_MS);
    expect(left).toEqual(['picture']);
    expect(sent(desk)).toEqual([]);
  });

  test('the next message sends the one before, in order; "now" sends at once, and 0 holds nothing', async () => {
    const desk = await open();
    const { composing } = desk.desk;
    for (const text of ['one', 'two']) {
      desk.thread.write(text);
      desk.thread.send();
    }
    expect(sent(desk)).toEqual(['one']);
    desk.relay.settle('message:send', success({ seq: 4, at: 4 }));
    composing.held.release(composing.held.of('c1')?.clientId ?? '');
    await settle();
    expect(sent(desk)).toEqual(['one', 'two']);
    desk.relay.settle('message:send', success({ seq: 5, at: 5 }));
    composing.setUndoOff(true);
    desk.thread.write('three');
    desk.thread.send();
    await settle();
    expect(sent(desk)).toEqual(['one', 'two', 'three']);
  });

  test('a tab that dies meanwhile loses nothing: the next console sends it, under the id it had', async () => {
    const dying = await open();
    dying.thread.write('Good day');
    dying.thread.send();
    const clientId = dying.desk.composing.held.of('c1')?.clientId;
    const next = await open(new ConsoleDesk(dying.memory, dying.outbox));
    expect(next.desk.composing.held.items.value).toMatchObject([{ clientId, body: 'Good day' }]);
    await next.clock.advance(UNDO_MS);
    expect(next.relay.payloads('message:send')).toMatchObject([{ clientId, body: 'Good day' }]);
  });

  test('a page that is closed sends what it held at once, with its end, and leaves no draft of it', async () => {
    const desk = await open();
    kept(desk, 1);
    desk.thread.write('That is all');
    desk.desk.composing.sendAndClose(desk.thread, 'resolved');
    expect(sent(desk)).toEqual([]);
    for (const left of desk.left) left();
    expect(sent(desk)).toEqual(['That is all']);
    expect(desk.relay.payloads('draft:write').at(-1)).toMatchObject({ conversationId: 'c1', body: '' });
    expect(desk.desk.composing.held.items.value).toEqual([]);
    const next = await open(new ConsoleDesk(desk.memory, desk.outbox));
    expect(next.relay.payloads('message:send')).toMatchObject([{ body: 'That is all' }]);
    next.relay.settle('message:send', success({ seq: 4, at: 4 }));
    await settle();
    expect(next.relay.payloads('conversation:close')).toEqual([{ conversationId: 'c1', outcome: 'resolved' }]);
  });

  test('D9 with the relay away: what was called back never leaves; what was sent, with its end, leaves once the link is there', async () => {
    const desk = await open();
    const { composing } = desk.desk;
    desk.relay.enter({ status: 'offline' });
    desk.thread.write('Not this');
    desk.thread.send();
    composing.undo(composing.held.of('c1')?.clientId ?? '');
    expect(desk.thread.draft.value).toBe('Not this');
    desk.thread.write('That is all');
    composing.sendAndClose(desk.thread, 'resolved');
    await desk.clock.advance(UNDO_MS);
    expect([sent(desk), desk.relay.payloads('conversation:close')]).toEqual([[], []]);
    desk.relay.ready();
    await settle();
    expect(sent(desk)).toEqual(['That is all']);
    expect(desk.relay.payloads('conversation:close')).toEqual([]);
    desk.relay.settle('message:send', success({ seq: 4, at: 4 }));
    await settle();
    expect(desk.relay.payloads('conversation:close')).toEqual([{ conversationId: 'c1', outcome: 'resolved' }]);
  });
});
