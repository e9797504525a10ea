import { expect, test } from 'vitest';
import { createHashQueue } from '../../../server/platform/hash-queue.ts';
import { settle } from '../../support/manual-clock.ts';

function gates() {
  const open: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const job = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => open.push(resolve));
    running -= 1;
    return 'done';
  };
  return { open, job, most: () => most };
}

test('at most two passwords are hashed at once, however many ask', async () => {
  const { open, job, most } = gates();
  const queued = createHashQueue({ atOnce: 2, waiting: 20 });
  const asked = Array.from({ length: 10 }, () => queued(job));
  for (let finished = 0; finished < 10; finished += 1) {
    await settle();
    open.shift()?.();
  }
  expect(await Promise.all(asked)).toEqual(Array(10).fill('done'));
  expect(most()).toBe(2);
});

test('beyond the queue it is refused at once, and later there is room again', async () => {
  const { open, job } = gates();
  const queued = createHashQueue({ atOnce: 1, waiting: 1 });
  const first = queued(job);
  const second = queued(job);
  await expect(queued(job)).rejects.toMatchObject({ name: 'Overloaded' });
  open.shift()?.();
  await first;
  await settle();
  open.shift()?.();
  await second;
  const third = queued(job);
  await settle();
  open.shift()?.();
  expect(await third).toBe('done');
});

test('a job that fails gives its place back', async () => {
  const queued = createHashQueue({ atOnce: 1, waiting: 1 });
  await expect(queued(() => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory');
  expect(await queued(async () => 'next')).toBe('next');
});
