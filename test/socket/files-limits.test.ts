import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as limits from '../../protocol/wire/limits.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import { systemClock } from '../../server/platform/system-clock.ts';
import { serviceBookOf } from '../../server/usecases/service-book.ts';
import { createFileSweep } from '../../server/workers/sweep-files.ts';
import { bytesOf, png } from '../support/pictures.ts';
import { cardOf, clientId, keptNames, loadFile, newVisitor, sendPart, sendWhole } from './send-file.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;

beforeAll(async () => {
  relay = await startTestRelay();
});
afterAll(() => relay.remove());

const namesIn = (folder: string) => keptNames(relay, folder);
const stored = () => namesIn('kept').filter((name) => name.length > 60);
const whole = (length: number) => bytesOf('%PDF-', new Uint8Array(length - 5));
const aNew = () => newVisitor(relay);

describe('F7 limits', () => {
  test('FILE_PART_BYTES_MAX, FILE_NAME_SENT_CHARS_MAX: both sides', async () => {
    const sender = await aNew();
    const bytes = limits.FILE_PART_BYTES_MAX + 1;
    const what = () => ({ clientId: clientId(), name: 'x', bytes, offset: 0 });
    expect((await sendPart(relay, sender, what(), whole(bytes - 1))).status).toBe(200);
    expect((await sendPart(relay, sender, what(), whole(bytes))).status).toBe(413);
    for (const [name, kept] of [
      ['y'.repeat(limits.FILE_NAME_SENT_CHARS_MAX), /^y+\.png$/],
      ['y'.repeat(limits.FILE_NAME_SENT_CHARS_MAX + 1), /^file\.png$/],
    ] as const)
      expect((await cardOf(relay, await sendWhole(relay, await aNew(), png(), { name }))).name).toMatch(kept);
  });

  test('FILE_ALT_CHARS_MAX: both sides, and what is kept of a description (F9)', async () => {
    const alt = 'z'.repeat(limits.FILE_ALT_CHARS_MAX);
    const sent = async (told: object, content = png()) =>
      await sendWhole(relay, await aNew(), content, told as Record<string, unknown>);
    expect((await cardOf(relay, await sent({ alt }))).alt).toBe(alt);
    expect(await sent({ alt: `${alt}z` })).toMatchObject({ error: 'invalid_payload', field: 'alt' });
    expect((await cardOf(relay, await sent({ alt: ' A blue\n\tmug\u0007 👩‍🎨 ' }))).alt).toBe('A blue mug 👩‍🎨');
    for (const told of [{}, { alt: '' }, { alt: ' \n ' }])
      expect(await cardOf(relay, await sent(told))).not.toHaveProperty('alt');
    expect(await cardOf(relay, await sent({ alt, name: 'a.pdf' }, whole(9)))).not.toHaveProperty('alt');
  });

  test('what the owner lowered or turned off is told before, and kept', async () => {
    const key = await aSite('Quiet');
    const sender = await newVisitor(relay, key);
    const rules = async () =>
      (await relay.ask('POST', '/api/v1/visitor/commands/files:read', {}, sender.headers)).answer;
    expect(await rules()).toMatchObject({ value: { on: true, bytesMax: limits.FILE_BYTES_MAX } });
    const bytesMax = limits.FILE_BYTES_MIN;
    await set(key, { bytesMax, kinds: ['document'] });
    expect(await rules()).toEqual({ ok: true, value: { on: true, bytesMax, kinds: ['document'] } });
    expect(await sendWhole(relay, sender, whole(bytesMax))).toMatchObject({ ok: true });
    expect(await sendWhole(relay, sender, whole(bytesMax + 1))).toMatchObject({ error: 'too_large' });
    expect(await sendWhole(relay, sender, png())).toMatchObject({ error: 'file_refused' });
    await set(key, { on: false });
    expect(await rules()).toMatchObject({ value: { on: false } });
    expect(await sendWhole(relay, sender, whole(9))).toMatchObject({ error: 'files_off' });
  });

  test('UPLOADS_OF_ONE_MAX and UPLOADS_BURST_MAX: both sides', async () => {
    const sender = await aNew();
    const begin = async () =>
      (await sendPart(relay, sender, { clientId: clientId(), name: 'x', bytes: 9, offset: 0 }, whole(6))).status;
    for (let begun = 0; begun < limits.UPLOADS_OF_ONE_MAX; begun += 1) expect(await begin()).toBe(200);
    expect(await begin()).toBe(429);
    const other = await aNew();
    const from = performance.now();
    let sent = 0;
    let answer = await sendWhole(relay, other, png());
    for (; answer.ok; answer = await sendWhole(relay, other, png())) sent += 1;
    expect(answer).toMatchObject({ error: 'rate_limited' });
    expect(sent).toBeGreaterThanOrEqual(limits.UPLOADS_BURST_MAX);
    // On a slow machine some room comes back meanwhile.
    const backMax = Math.floor(((performance.now() - from) / 1_000) * limits.UPLOADS_PER_SECOND_MAX);
    expect(sent).toBeLessThanOrEqual(limits.UPLOADS_BURST_MAX + backMax);
  });

  test('UPLOADS_WAITING_MAX: many that are complete at once are asked to come back, and all are stored, once', async () => {
    const senders = await Promise.all(Array.from({ length: 40 }, aNew));
    const before = stored().length;
    const answers = await Promise.all(
      senders.map(async (sender) => {
        const what = { clientId: clientId(), name: 'x.pdf', bytes: 20_000 };
        for (let offset = 0; ; ) {
          const part = whole(20_000).subarray(offset);
          const { answer } = await sendPart(relay, sender, { ...what, offset }, part);
          if (answer.ok && answer.value.stored) return answer;
          if (!answer.ok && answer.error !== 'rate_limited') return answer;
          // All of it has come; whoever is told to come back does that, as the widget does.
          offset = 20_000;
          if (!answer.ok)
            await new Promise<void>((resolve) => void systemClock.after(answer.retryAfterMs ?? 0, resolve));
        }
      }),
    );
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    expect(stored().length).toBe(before + 40);
  });

  test('the installation’s room is exact, many at once', async () => {
    const size = whole(100).length;
    const small = await startTestRelay({ config: { filesBytesMax: size * 3 } });
    const senders = await Promise.all(Array.from({ length: 8 }, () => newVisitor(small)));
    const sent = await Promise.all(senders.map((sender) => sendWhole(small, sender, whole(100))));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(3);
    expect(sent.filter((answer) => !answer.ok && answer.error === 'file_quota')).toHaveLength(5);
    expect(
      readdirSync(join(small.folder, 'files', 'kept'), { recursive: true }).filter((name) => name.length > 60),
    ).toHaveLength(3);
    await small.remove();
  });
});

describe('F8 what nobody needs goes', () => {
  test('half-done uploads, files without a message, and files kept as long as the owner said', async () => {
    const key = await aSite('Short');
    await set(key, { keepDays: 1 });
    const sender = await newVisitor(relay, key);
    const card = await cardOf(relay, await sendWhole(relay, sender, png()));
    await sendPart(relay, sender, { clientId: clientId(), name: 'x', bytes: 99, offset: 0 }, whole(9));
    const vault = relay.vault;
    const stray = 'ab'.repeat(32);
    await vault.keep(stray, [bytesOf('left behind')]);
    const failures: unknown[] = [];
    const now = relay.context.clock.now() + 25 * 3_600_000;
    const clock = { ...relay.context.clock, now: () => now };
    const sweeper = createFileSweep({
      ...{ context: { store: relay.store, clock }, vault },
      onFailure: (_task, error) => failures.push(error),
    });
    const others = stored().length;
    for (let shelf = 0; shelf < 256; shelf += 1) await sweeper.sweep();
    expect(failures).toEqual([]);
    expect(namesIn('parts')).toEqual([]);
    expect(stored().length).toBe(others - 2);
    expect((await loadFile(relay, sender, card.id)).status).toBe(404);
  });
});

/** The relay looks for new sites once a second. */
async function aSite(name: string): Promise<string> {
  const site = await relay.addSite(name, [relay.origin]);
  const hello = { version: 2, site };
  await expect.poll(async () => (await relay.ask('POST', '/api/v1/visitor/session', hello)).status).toBe(200);
  return site;
}

async function set(key: string, files: object): Promise<void> {
  const site = (await relay.store.listSites()).find((one) => one.key === key);
  const document = { ...SITE_SETTINGS_DEFAULT, files: { ...SITE_SETTINGS_DEFAULT.files, ...files } };
  await relay.store.setSettings({
    owner: { kind: 'site', id: site?.id ?? '' },
    document,
    at: relay.context.clock.now(),
  });
  serviceBookOf(relay.store).fill(await relay.store.listSettings());
}
