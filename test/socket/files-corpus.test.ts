import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FILE_NAME_CHARS_MAX } from '../../protocol/wire/limits.ts';
import { type Fate, oddFiles } from '../support/odd-files.ts';
import { SECRET } from '../support/pictures.ts';
import { cardOf, keptNames, loadFile, newVisitor, type Sender, sendWhole } from './send-file.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
beforeAll(async () => {
  relay = await startTestRelay();
});
afterAll(() => relay.remove());

const FILES_MIN = 120;
const RISE_BYTES_MAX = 64 * 1_024 * 1_024;
/** Below what one visitor may begin in a row. */
const OF_ONE_VISITOR = 15;
const TYPES: Record<Exclude<Fate, 'refused'>, RegExp> = {
  picture: /^image\/(?:png|jpeg|webp|gif)$/,
  large: /^image\/(?:png|jpeg)$/,
  text: /^text\/plain; charset=utf-8$/,
  document: /^application\/(?:pdf|rtf|octet-stream)$/,
  archive: /^application\/octet-stream$/,
};

test('P24 F2–F6 whatever is sent: nothing runs, nothing is unpacked, no name leads anywhere', async () => {
  const files = oddFiles();
  expect(files.length).toBeGreaterThanOrEqual(FILES_MIN);
  const before = process.memoryUsage().rss;
  let highest = before;
  let sender: Sender = await newVisitor(relay);
  const wrong: string[] = [];
  for (const [at, [name, content, fate]] of files.entries()) {
    if (at % OF_ONE_VISITOR === 0) sender = await newVisitor(relay);
    const sent = await sendWhole(relay, sender, content, { name });
    highest = Math.max(highest, process.memoryUsage().rss);
    const found = sent.ok ? await judge(sender, sent, fate) : sent.error === 'file_refused' ? 'refused' : sent.error;
    if (found !== fate) wrong.push(`${JSON.stringify(name.slice(0, 40))}: ${found}, not ${fate}`);
  }
  expect(wrong).toEqual([]);
  expect(highest - before).toBeLessThan(RISE_BYTES_MAX);
  for (const name of keptNames(relay, 'kept').filter((one) => one.length > 60))
    expect(readFileSync(join(relay.folder, 'files', 'kept', name)).includes(SECRET)).toBe(false);
  expect(keptNames(relay, 'parts')).toEqual([]);
});

/** The fate again, or what is not as it should be. */
async function judge(sender: Sender, sent: Parameters<typeof cardOf>[1], fate: Fate): Promise<string> {
  const card = await cardOf(relay, sent);
  if (fate === 'refused' || !TYPES[fate].test(card.type)) return card.type;
  if (/[/\\\p{Cc}\p{Cf}<>"]/u.test(card.name) || card.name.length > FILE_NAME_CHARS_MAX) return `named ${card.name}`;
  const { headers } = await loadFile(relay, sender, card.id);
  const shown = fate === 'picture' ? 'inline' : 'attachment';
  const said = ['content-type', 'x-content-type-options', 'content-security-policy'].map((one) => headers.get(one));
  if (said.join() !== [card.type, 'nosniff', "default-src 'none'; sandbox"].join()) return said.join();
  return headers.get('content-disposition')?.startsWith(`${shown}; filename="`) ? fate : 'shown in another way';
}
