// @vitest-environment node
import { expect, it } from 'vitest';
import type { Conversation, Store } from '../../../server/store/store.ts';
import { RecentConversations, recentConversationsOf } from '../../../server/usecases/recent-conversations.ts';

const state = (id: string) => ({ id }) as Conversation;

it('C3 remembers at most so many, and forgets the one read longest ago', () => {
  const recent = new RecentConversations(2);
  recent.remember(state('c1'));
  recent.remember(state('c2'));
  recent.remember(state('c1'));
  recent.remember(state('c3'));
  expect(recent.size).toBe(2);
  expect([recent.find('c1')?.id, recent.find('c2'), recent.find('c3')?.id]).toEqual(['c1', undefined, 'c3']);
  recent.forget('c1');
  expect(recent.find('c1')).toBeUndefined();
});

it('C3 two stores never share a memory', () => {
  const one = {} as Store;
  recentConversationsOf(one).remember(state('c1'));
  expect(recentConversationsOf(one).find('c1')).toBeDefined();
  expect(recentConversationsOf({} as Store).find('c1')).toBeUndefined();
});
