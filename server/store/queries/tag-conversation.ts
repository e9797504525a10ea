import type { TagConversation, Tagged } from '../inbox-store.ts';
import { lockConversation } from './conversation-row.ts';
import { type Operation, row, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';

const tagsOf = prepare<{ no: number }>()((db, p) =>
  db.selectFrom('conversation').select('tags').where('no', '=', p.no),
);
const setTags = prepare<{ no: number; tags: string | null; change: number }>()((db, p) =>
  db.updateTable('conversation').set({ tags: p.tags, change: p.change }).where('no', '=', p.no),
);

/** Two who tag at once both have their word: what is there is read under the lock. */
export function* tagConversation(input: TagConversation): Operation<Tagged> {
  const { conversationId, add, remove, max } = input;
  const state = yield* lockConversation(conversationId);
  if (!state) return { result: 'not_found' };
  const json = (yield* row(tagsOf, { no: state.no }))?.tags ?? null;
  const before = json === null ? [] : (JSON.parse(json) as string[]);
  const tags = [...new Set([...before.filter((tag) => !remove.includes(tag)), ...add])].sort();
  if (tags.length > max) return { result: 'too_many' };
  if (tags.length === before.length && tags.every((tag, at) => tag === before[at])) return { result: 'same', tags };
  const change = yield* takeChange();
  yield* run(setTags, { no: state.no, tags: tags.length === 0 ? null : JSON.stringify(tags), change });
  return { result: 'changed', tags, change };
}
