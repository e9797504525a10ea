import { once } from 'node:events';
import { createServer as createTcp } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OUTSIDE_AT_ONCE_MAX } from '../../../protocol/wire/outside-limits.ts';
import { createOutsideDesk } from '../../../server/platform/ask-outside.ts';
import type { OutsideQuestion } from '../../../server/usecases/outside/asker.ts';
import { type OutsideService, startOutsideService } from '../../support/outside-service.ts';

let service: OutsideService;
beforeEach(async () => {
  service = await startOutsideService();
});
afterEach(() => service.stop());

const question = (more: Partial<OutsideQuestion> = {}): OutsideQuestion => ({
  ...{ url: `${service.origin}/ask`, headers: {}, body: '{"a":1}', msMax: 5_000, bytesMax: 1_000 },
  ...more,
});
const asker = () => createOutsideDesk(() => 'key', { trusted: [service.origin] }).asker;

describe('CS2 no way inside', () => {
  const inside = [
    'http://shop.example/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::a00:1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/',
    'https://100.64.0.1/',
    'https://192.168.1.1/',
    'https://0.0.0.0/',
    'https://localhost/',
    'https://localhost./',
    'https://db.internal/',
    'https://printer.local/',
    'https://shop/',
    'https://shop.example:22/',
    'https://shop.example:6379/',
    'https://user:secret@shop.example/',
    'file:///etc/passwd',
    'gopher://shop.example/',
    'unix:/run/x.sock',
    'javascript:alert(1)',
    'shop.example',
    '',
  ];
  test.each(inside)('%s is not asked', async (url) => {
    const { asker: any } = createOutsideDesk(() => 'key');
    expect(any.isAllowed(url)).toBe(false);
    expect(await any.ask(question({ url }))).toEqual({ trouble: 'inside' });
  });

  test('an address out in the world may be named; one inside only where the house lets it through', () => {
    const { asker: any } = createOutsideDesk(() => 'key', { trusted: ['http://translate:5000'] });
    expect(any.isAllowed('https://api.shop.example/orders?x=1')).toBe(true);
    expect(any.isAllowed('https://93.184.216.34/')).toBe(true);
    expect(any.isAllowed('http://translate:5000/translate')).toBe(true);
    expect(any.isAllowed('http://user:secret@translate:5000/')).toBe(false);
    expect(any.isAllowed('http://translate:5001/')).toBe(false);
  });

  test('a redirect is followed nowhere', async () => {
    service.answer((_, response) => void response.writeHead(302, { Location: `${service.origin}/other` }).end());
    expect(await asker().ask(question())).toEqual({ trouble: 'redirected', status: 302 });
    expect(service.asked.map(({ path }) => path)).toEqual(['/ask']);
  });
});

describe('CS2 what is asked has an end', () => {
  test('the words go as they are, and the answer comes as it is', async () => {
    service.answer((asked, response) => void response.writeHead(201).end(asked.text));
    expect(await asker().ask(question({ headers: { 'X-Mine': 'ü'.normalize('NFC') } }))).toEqual({
      ...{ status: 201, text: '{"a":1}' },
    });
    expect(service.asked[0]?.headers).toMatchObject({
      ...{ 'content-type': 'application/json', 'accept-encoding': 'identity', accept: 'application/json' },
    });
  });

  test('up to so many bytes, and no more', async () => {
    service.answer((_, response) => void response.end('x'.repeat(1_000)));
    expect(await asker().ask(question())).toMatchObject({ status: 200 });
    service.answer((_, response) => void response.end('x'.repeat(1_001)));
    expect(await asker().ask(question())).toEqual({ trouble: 'too_large', status: 200 });
  });

  test('what is packed is not unpacked', async () => {
    const packed = brotliCompressSync('{}');
    service.answer((_, response) => void response.writeHead(200, { 'Content-Encoding': 'br' }).end(packed));
    expect(await asker().ask(question())).toEqual({ trouble: 'not_json', status: 200 });
  });

  test('silence, and drops that never end, are cut after the time', async () => {
    service.answer(() => {});
    expect(await asker().ask(question({ msMax: 30 }))).toEqual({ trouble: 'slow' });
    service.answer((_, response) => void response.writeHead(200).write('{'));
    expect(await asker().ask(question({ msMax: 60 }))).toEqual({ trouble: 'slow' });
    await service.leftBy(2);
  });

  test('who asked went away: the connection ends', async () => {
    service.answer(() => leave.abort());
    const leave = new AbortController();
    expect(await asker().ask(question({ signal: leave.signal }))).toEqual({ trouble: 'unreachable' });
    await service.leftBy(1);
  });

  test('nobody there, a line that breaks, something that is no HTTP, a key that no header can hold', async () => {
    const gone = createTcp((socket) => socket.resume().end('hello'));
    gone.listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const address = gone.address() as { port: number };
    const origin = `http://127.0.0.1:${address.port}`;
    const { asker: any } = createOutsideDesk(() => 'key', { trusted: [origin, service.origin] });
    expect(await any.ask(question({ url: origin }))).toEqual({ trouble: 'unreachable' });
    await new Promise((resolve) => gone.close(resolve));
    expect(await any.ask(question({ url: origin }))).toEqual({ trouble: 'unreachable' });
    service.answer((_, response) => void response.destroy());
    expect(await any.ask(question())).toEqual({ trouble: 'unreachable' });
    expect(await any.ask(question({ headers: { Authorization: 'Bearer a\nb' } }))).toEqual({ trouble: 'unreachable' });
  });

  test('so many at once, and the next is asked to come again', async () => {
    const one = asker();
    let held = 0;
    const all = new Promise<void>((resolve) => {
      service.answer(() => {
        held += 1;
        if (held === OUTSIDE_AT_ONCE_MAX) resolve();
      });
    });
    const leave = new AbortController();
    const under = Array.from({ length: OUTSIDE_AT_ONCE_MAX }, () => one.ask(question({ signal: leave.signal })));
    await all;
    expect(await one.ask(question())).toEqual({ trouble: 'busy' });
    leave.abort();
    await Promise.all(under);
    service.says({});
    expect(await one.ask(question())).toMatchObject({ status: 200 });
  });
});
