// @vitest-environment node
import { expect, it } from 'vitest';
import { PASSWORD_CHARS_MIN } from '../../../protocol/wire/limits.ts';
import { createCommonPasswords } from '../../../server/platform/common-passwords.ts';

it('A4 the most used passwords that are long enough to be chosen, in lower case, read once', async () => {
  const common = createCommonPasswords();
  const list = await common();
  expect(await common()).toBe(list);
  expect(list.size).toBeGreaterThan(1_000);
  for (const used of ['password123', 'qwertyuiop', '1q2w3e4r5t', 'basketball', 'iloveyou123', 'michael123'])
    expect(list).toContain(used);
  for (const one of list) {
    expect(one.length).toBeGreaterThanOrEqual(PASSWORD_CHARS_MIN);
    expect(one).toBe(one.toLowerCase());
  }
});
