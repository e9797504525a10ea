import type { EarlierTalk } from './earlier.ts';
import { itemsOf, type ThreadItem, type ThreadView } from './thread-items.ts';

/** Earlier conversations above the present one, each under a line of its own. */
export function withEarlier(
  talks: readonly EarlierTalk[],
  present: ThreadItem[],
  view: Pick<ThreadView, 'me' | 'dayOf'>,
): ThreadItem[] {
  if (talks.length === 0) return present;
  const items = talks.flatMap((talk) => talkItems(talk, view));
  return [...items, { kind: 'talk', key: 'talk', about: null }, ...present];
}

/** What was read once does not change, however often something comes in below it. */
const drawn = new WeakMap<EarlierTalk, ThreadItem[]>();

function talkItems(talk: EarlierTalk, { me, dayOf }: Pick<ThreadView, 'me' | 'dayOf'>): ThreadItem[] {
  const known = drawn.get(talk);
  if (known) return known;
  const { about, timeline } = talk;
  const id = about.conversationId;
  const said = itemsOf({ timeline, outgoing: [], team: [], notesOut: [], me, unreadAfter: null, dayOf });
  const items: ThreadItem[] = [{ kind: 'talk', key: `talk-${id}`, about }];
  for (const item of said) {
    const key = `${id}-${item.key}`;
    items.push(item.kind === 'group' ? { ...item, key, earlier: id } : { ...item, key });
  }
  drawn.set(talk, items);
  return items;
}
