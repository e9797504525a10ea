import { expect, test } from 'vitest';
import type { Api } from '../../../console/model/api.ts';
import { Find } from '../../../console/model/find.ts';
import { success } from '../../../protocol/wire/errors.ts';
import type { FindQuestion } from '../../../protocol/wire/find.ts';

test('L9 a stretch without a line is no end: the console goes on behind it by itself', async () => {
  const asked: (string | undefined)[] = [];
  const answers = ['0-900', '0-400', null];
  const api = {
    find: async ({ cursor }: FindQuestion) => {
      asked.push(cursor);
      return success({ lines: [], next: answers[asked.length - 1] ?? null, catchingUp: false });
    },
  } as unknown as Api;
  const find = new Find({ api, clock: { now: () => 0, after: () => () => {} }, onSessionEnded: () => {} });
  find.text.value = 'even odd';
  await find.look();
  expect(asked).toEqual([undefined, '0-900', '0-400']);
  expect(find.state.value).toBe('ready');
});
