import { afterEach, expect, test } from 'vitest';
import { spellJson } from '../../../protocol/kit/json.ts';

afterEach(() => Reflect.deleteProperty(Array.prototype, 'toJSON'));

test('W5 a page whose lists spell themselves: the wire gets JSON, and the page keeps its own way', () => {
  const own = () => 'a list';
  Object.assign(Array.prototype, { toJSON: own });
  expect(JSON.stringify([1])).toBe('"a list"');
  expect(spellJson(['message:send', { tags: ['a'] }])).toBe('["message:send",{"tags":["a"]}]');
  expect(Reflect.get(Array.prototype, 'toJSON')).toBe(own);
  const round: unknown[] = [];
  round.push(round);
  expect(() => spellJson(round)).toThrow();
  expect(Reflect.get(Array.prototype, 'toJSON')).toBe(own);
});
