import { expect, test } from 'vitest';
import { createSealer } from '../../../server/platform/sealer.ts';

test('CS6 what is sealed is read again by this installation, in its place, whole, and by nobody else', () => {
  const sealer = createSealer(() => 'the key');
  const sealed = sealer.seal('sk-secret ü', 'site-1 assistant');
  expect(sealed).not.toContain('sk-secret');
  expect(sealer.seal('sk-secret ü', 'site-1 assistant')).not.toBe(sealed);
  expect(sealer.open(sealed, 'site-1 assistant')).toBe('sk-secret ü');
  expect(sealer.open(sealed, 'site-2 assistant')).toBe(null);
  expect(createSealer(() => 'another key').open(sealed, 'site-1 assistant')).toBe(null);
  const bytes = Buffer.from(sealed, 'base64url');
  for (let at = 0; at < bytes.length; at += 7) {
    const broken = Buffer.from(bytes);
    broken[at] = (broken[at] ?? 0) ^ 1;
    expect(sealer.open(broken.toString('base64url'), 'site-1 assistant'), String(at)).toBe(null);
  }
  for (const wrong of ['', 'x', sealed.slice(0, 20)]) expect(sealer.open(wrong, 'site-1 assistant')).toBe(null);
});
