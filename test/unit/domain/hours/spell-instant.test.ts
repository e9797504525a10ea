// @vitest-environment node
import { expect, it } from 'vitest';
import { spellInstant } from '../../../../server/domain/hours/spell-instant.ts';

it('an instant is written as every program reads it', () => {
  for (const at of [0, 1, 951_782_399_999, 1_795_657_320_123, 4_102_444_800_000]) {
    expect(spellInstant(at)).toBe(new Date(at).toISOString());
  }
});
