import { expect, test, vi } from 'vitest';
import { loadOnce } from '../../../widget/model/load-once.ts';

/** Pictures in the thread are fetched once, however often they are drawn. */

test('W30 two who want the same ask once, also after it came', async () => {
  const load = vi.fn(async (id: string) => `${id}!`);
  const once = loadOnce(load);
  expect(await Promise.all([once('a'), once('a')])).toEqual(['a!', 'a!']);
  expect(await once('a')).toBe('a!');
  expect(load).toHaveBeenCalledTimes(1);
});

test('W30 what could not be had is asked for again', async () => {
  const load = vi
    .fn<(id: string) => Promise<string | null>>()
    .mockResolvedValueOnce(null)
    .mockResolvedValueOnce('there');
  const once = loadOnce(load);
  expect([await once('a'), await once('a'), await once('a')]).toEqual([null, 'there', 'there']);
  expect(load).toHaveBeenCalledTimes(2);
});

test('W30 a long thread of pictures holds only the last ones', async () => {
  const load = vi.fn(async (id: string) => id);
  const once = loadOnce(load);
  for (let n = 0; n < 8; n += 1) await once(`${n}`);
  await once('0');
  await once('8');
  expect(load).toHaveBeenCalledTimes(9);
  await once('0');
  expect(load).toHaveBeenCalledTimes(9);
  await once('1');
  expect(load).toHaveBeenCalledTimes(10);
});
