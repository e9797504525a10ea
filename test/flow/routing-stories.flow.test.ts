import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RoutingStory } from '../support/routing-story.ts';

const text = readFileSync(new URL('../../docs/routing.md', import.meta.url), 'utf8');
const stories = [...text.matchAll(/```story (\w+)\n([\s\S]*?)```/g)].map(
  ([, rule, lines]) => [rule ?? '', (lines ?? '').trim().split('\n')] as const,
);

test('every R rule of docs/routing.md has its story', () => {
  const rules = [...text.matchAll(/^\* \*\*(R\d+) /gm)].map(([, rule]) => rule);
  expect(rules.sort()).toEqual(stories.map(([rule]) => rule).sort());
});

test.each(stories)('%s as docs/routing.md tells it', async (_rule, lines) => {
  await RoutingStory.tell(lines);
});
