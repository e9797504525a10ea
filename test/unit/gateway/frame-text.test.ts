import { expect, test } from 'vitest';
import * as ws from 'ws';
import { frameText } from '../../../server/gateway/frame-text.ts';

/** What the library itself would put on the line. */
function framed(text: string): Buffer {
  const options = { fin: true, opcode: 1, mask: false, readOnly: false, rsv1: false };
  const { Sender } = ws as unknown as { Sender: { frame(data: Buffer, how: typeof options): Buffer[] } };
  return Buffer.concat(Sender.frame(Buffer.from(text), options));
}

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 70_000])('a text of %i bytes is framed as ws frames it', (length) => {
  const text = 'x'.repeat(length);
  expect(frameText(text).equals(framed(text))).toBe(true);
});

test('lengths are counted in bytes, not in characters', () => {
  for (const text of ['é'.repeat(63), '鈴'.repeat(42), '🔔'.repeat(16_384), 'Größe']) {
    expect(frameText(text).equals(framed(text))).toBe(true);
  }
});
