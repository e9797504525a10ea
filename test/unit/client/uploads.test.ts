import { describe, expect, test } from 'vitest';
import { cleanBytes } from '../../../protocol/client/clean-bytes.ts';
import { type Chosen, type UploadMark, type UploadPorts, Uploads } from '../../../protocol/client/uploads.ts';
import { type Answer, refusal } from '../../../protocol/wire/errors.ts';
import { FILE_PART_BYTES_MAX, FILES_CHOSEN_MAX } from '../../../protocol/wire/limits.ts';
import type { FilePart, FileProgress } from '../../../protocol/wire/upload.ts';
import { bytesOf, jpeg, SECRET } from '../../support/pictures.ts';

const RULES = { on: true, bytesMax: 1_000_000, kinds: ['image' as const] };
const place = { conversationId: 'c1', seq: 3, at: 1 };

function chosen(content: Uint8Array, name = 'boots.jpg'): Chosen {
  return { name, bytes: content.length, type: '', read: async () => content, draw: async () => false };
}

/** Uploads over a relay that answers as it is told, or as a good one would. */
function scene({
  conversationId = 'c1' as string | undefined,
  left = [] as UploadMark[],
  holds = undefined as UploadPorts['holds'],
  clean = cleanBytes as UploadPorts['clean'],
  who = 'vst_1' as string | null,
} = {}) {
  /** `meanwhile`: what happens while it waits for the relay. */
  const here = { conversationId, who, meanwhile: () => {} };
  let marks = left;
  const sent: (FilePart & { content: Uint8Array })[] = [];
  const cancelled: string[] = [];
  const answers: Answer<FileProgress>[] = [];
  const waits: number[] = [];
  let made = 0;
  let idle = () => {};
  const uploads = new Uploads({
    newClientId: () => `client-${++made}`,
    conversationId: () => here.conversationId,
    whose: () => here.who,
    page: () => undefined,
    clean,
    ...(holds && { holds }),
    async send(part, content) {
      sent.push({ ...part, content });
      const received = part.offset + content.length;
      const good = { received, ...(received === part.bytes ? { stored: place } : {}) };
      return answers.shift() ?? { ok: true, value: good };
    },
    kept: {
      read: () => marks,
      write: (written) => {
        marks = written;
      },
    },
    cancel: (clientId) => cancelled.push(clientId),
    async wait(ms) {
      waits.push(ms);
      here.meanwhile();
    },
    changed() {
      if (uploads.list.every(({ state }) => state === 'failed' || state === 'held')) idle();
    },
  });
  uploads.rules = RULES;
  const add = (...files: Chosen[]) =>
    new Promise<void>((resolve) => {
      idle = resolve;
      uploads.add(files);
    });
  return { uploads, sent, cancelled, answers, waits, add, marks: () => marks, here };
}

const large = bytesOf(new Uint8Array(FILE_PART_BYTES_MAX * 2 + 10));

describe('F9 what a picture shows', () => {
  test('it is held while it is described, others go past it, and the last words go with it', async () => {
    const { uploads, sent, add } = scene({ holds: ({ name }) => name.endsWith('.png') });
    await add(chosen(bytesOf('a'), 'a.png'), chosen(bytesOf('b'), 'b.txt'));
    expect(sent.map(({ name, alt }) => [name, alt])).toEqual([['b.txt', undefined]]);
    for (const words of ['A', 'A mug']) for (const one of uploads.list) uploads.describe(one, words);
    expect(uploads.list.map(({ state }) => state)).toEqual(['held']);
    for (const one of uploads.list) uploads.retry(one);
    await expect.poll(() => uploads.list).toEqual([]);
    expect(sent.at(-1)).toMatchObject({ name: 'a.png', alt: 'A mug' });
  });

  test('one that would not be taken says so at once; one that is taken back never leaves', async () => {
    const { uploads, sent, add } = scene({ holds: () => true });
    await add(chosen(bytesOf(''), 'a.png'), chosen(bytesOf('b'), 'b.png'));
    expect(uploads.list.map(({ state, error }) => [state, error])).toEqual([
      ['failed', 'empty'],
      ['held', undefined],
    ]);
    for (const one of uploads.list) uploads.remove(one);
    expect([uploads.list, sent]).toEqual([[], []]);
  });
});

describe('F1 files on their way', () => {
  test('part by part, one file after the other, then they leave the list', async () => {
    const { sent, add, uploads } = scene();
    await add(chosen(large, 'a.bin'), chosen(bytesOf('b'), 'b.txt'));
    expect(sent.map(({ name, offset }) => [name, offset])).toEqual([
      ['a.bin', 0],
      ['a.bin', FILE_PART_BYTES_MAX],
      ['a.bin', FILE_PART_BYTES_MAX * 2],
      ['b.txt', 0],
    ]);
    expect(new Set(sent.map(({ clientId }) => clientId)).size).toBe(2);
    expect(uploads.list).toEqual([]);
  });

  test('cut, it waits and goes on where the relay stands', async () => {
    const { sent, add, answers, waits } = scene();
    answers.push(
      { ok: true, value: { received: FILE_PART_BYTES_MAX } },
      refusal('unavailable', { retryAfterMs: 5_000 }),
    );
    answers.push({ ok: true, value: { received: FILE_PART_BYTES_MAX + 7 } });
    await add(chosen(large));
    expect(waits).toEqual([5_000]);
    expect(sent.map(({ offset }) => offset)).toEqual([
      ...[0, FILE_PART_BYTES_MAX, FILE_PART_BYTES_MAX],
      FILE_PART_BYTES_MAX + 7,
      FILE_PART_BYTES_MAX * 2 + 7,
    ]);
  });

  test('F3 a picture is clean before it leaves the browser', async () => {
    const { sent, add } = scene();
    await add(chosen(jpeg({ turn: 6 })));
    const content = Buffer.from(sent[0]?.content ?? []);
    expect(content.includes('SECRET')).toBe(false);
    expect(sent[0]?.bytes).toBe(content.length);
  });

  test.each([
    ['as phones keep pictures', bytesOf([0, 0, 0, 24], 'ftyp', 'heic', [0, 0, 0, 0], 'mif1heic', SECRET)],
    ['as cameras keep them', bytesOf('II*\0', SECRET)],
    ['cut off while it was copied', jpeg().subarray(0, 200)],
  ])(
    'F3 a picture that cannot be cleaned does not leave the browser, and its sender hears why: %s',
    async (_, bytes) => {
      const { add, sent, uploads } = scene();
      await add(chosen(bytes));
      expect({ sent, left: uploads.list }).toMatchObject({ sent: [], left: [{ state: 'failed', error: 'unclean' }] });
    },
  );

  test('F3 as long as what cleans it cannot be fetched, nothing leaves the browser; then it goes', async () => {
    let tries = 0;
    const clean = async (bytes: Uint8Array) => {
      if (++tries < 3) throw new Error('Offline');
      return cleanBytes(bytes);
    };
    const { add, sent, waits, uploads } = scene({ conversationId: 'c1', clean });
    await add(chosen(jpeg()));
    expect({ waits, tries, left: uploads.list }).toEqual({ waits: [2_000, 2_000], tries: 3, left: [] });
    expect(sent).toHaveLength(1);
  });

  test('the chat ended meanwhile: it goes into the next one; a refusal for good is said', async () => {
    const { sent, add, answers, uploads } = scene();
    answers.push(refusal('conversation_closed'));
    await add(chosen(bytesOf('x')));
    expect(sent.map(({ conversationId }) => conversationId)).toEqual(['c1', undefined]);
    answers.push(refusal('file_refused'));
    await add(chosen(bytesOf('x')));
    expect(uploads.list).toMatchObject([{ state: 'failed', error: 'file_refused' }]);
  });

  test('F7 too large, empty, too many: said at once, nothing is sent', async () => {
    const { uploads, sent, add } = scene();
    uploads.rules = { ...RULES, bytesMax: 10 };
    await add(chosen(new Uint8Array(11)), chosen(new Uint8Array(0)));
    expect(uploads.list.map(({ error }) => error)).toEqual(['too_large', 'empty']);
    expect(sent).toEqual([]);
    for (const one of uploads.list) uploads.remove(one);
    await add(...Array.from({ length: FILES_CHOSEN_MAX + 1 }, () => chosen(bytesOf('x'))));
    expect(sent).toHaveLength(FILES_CHOSEN_MAX);
    expect(uploads.list.map(({ error }) => error)).toEqual(['too_many']);
  });

  test('F7 of hundreds at once, those that are too many are one line to take away', async () => {
    const { add, sent, uploads } = scene();
    await add(...Array.from({ length: 300 }, (_, n) => chosen(bytesOf('x'), `n${n}.txt`)));
    expect(sent).toHaveLength(FILES_CHOSEN_MAX);
    expect(uploads.list.map(({ error, file }) => [error, file.name])).toEqual([['too_many', 'n10.txt … n299.txt']]);
  });

  test('cancelled half-way: nothing more is sent, and the relay is told', async () => {
    const { uploads, sent, add, cancelled } = scene();
    const done = add(chosen(large));
    const [first] = uploads.list;
    if (first) uploads.remove(first);
    await done;
    await Promise.resolve();
    expect(sent.length).toBeLessThanOrEqual(1);
    expect(cancelled).toEqual(['client-1']);
  });

  test.each(['c1', undefined])(
    'I5 somebody else is here meanwhile (conversation %s): not a byte goes to them',
    async (begun) => {
      const { uploads, sent, add, here, answers } = scene({ conversationId: begun });
      answers.push(refusal('unavailable'));
      here.meanwhile = () => Object.assign(here, { conversationId: 'c2', who: 'vst_2' });
      await add(chosen(large, 'a.bin'), chosen(bytesOf('b'), 'b.txt'));
      expect([sent.length, uploads.list]).toEqual([1, []]);
    },
  );

  test('I3 the same conversation under a new token is the same person: it goes on', async () => {
    const { sent, add, here, answers } = scene();
    answers.push(refusal('unavailable'));
    here.meanwhile = () => Object.assign(here, { who: 'vst_2' });
    await add(chosen(bytesOf('b'), 'b.txt'));
    expect(sent).toHaveLength(2);
  });

  test('W4 stopped with the chat: nothing more is sent, and the next page says what was lost', async () => {
    const { uploads, sent, add, marks, here, answers } = scene();
    answers.push({ ok: true, value: { received: 7 } }, refusal('unavailable'));
    const stopped = new Promise<void>((resolve) => {
      here.meanwhile = () => {
        uploads.stop();
        // After all that the answer sets off.
        setTimeout(resolve);
      };
    });
    void add(chosen(large, 'a.bin'));
    await stopped;
    expect([sent.length, marks().map(({ name }) => name)]).toEqual([2, ['a.bin']]);
  });

  test('turned off: nothing is taken', () => {
    const { uploads } = scene();
    uploads.rules = { ...RULES, on: false };
    uploads.add([chosen(bytesOf('x'))]);
    expect(uploads.list).toEqual([]);
  });
});

test('F1 W30 a page that is left before a file has arrived: the next one says so by its name, until it is taken away', async () => {
  const first = scene();
  first.answers.push(refusal('file_refused'));
  const done = first.add(chosen(large, 'a.bin'), chosen(bytesOf('b'), 'refused.txt'));
  expect(first.marks().map(({ name }) => name)).toEqual(['a.bin', 'refused.txt']);
  const next = scene({ left: first.marks() });
  expect(next.uploads.list.map(({ file, state, error }) => [file.name, state, error])).toEqual([
    ['a.bin', 'failed', 'lost'],
    ['refused.txt', 'failed', 'lost'],
  ]);
  for (const upload of next.uploads.list) next.uploads.remove(upload);
  expect([next.marks(), next.cancelled]).toEqual([[], ['client-1', 'client-2']]);
  // What arrived or was refused is not lost.
  await done;
  expect(first.marks()).toEqual([]);
});
