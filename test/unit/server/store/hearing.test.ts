// @vitest-environment node
import { expect, test } from 'vitest';
import { Hearing } from '../../../../server/store/postgres/hearing.ts';

test('P10 while a server says nothing one asks it and the others are refused at once; an answer lets everybody in', async () => {
  const hearing = new Hearing();
  let asked = 0;
  let answer = () => {};
  const wait = () =>
    hearing.ask(() => {
      asked += 1;
      return new Promise<void>((resolve) => {
        answer = resolve;
      });
    });
  hearing.failed(new Error('timeout exceeded when trying to connect'));
  const first = wait();
  await expect(wait()).rejects.toThrow('The database does not answer.');
  expect(asked).toBe(1);
  answer();
  await first;
  // Still silent, so one at a time; the next one is the next to ask.
  const second = wait();
  await expect(wait()).rejects.toThrow('does not answer');
  hearing.heard();
  const third = wait();
  expect(asked).toBe(3);
  answer();
  await third;
  void second;
});

test('P10 a door that is shut is no silence: everybody may knock', async () => {
  const hearing = new Hearing();
  hearing.failed(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
  const both = await Promise.all([1, 2].map((n) => hearing.ask(async () => n)));
  expect(both).toEqual([1, 2]);
});
