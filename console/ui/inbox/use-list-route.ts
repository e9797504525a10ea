import type { ListPlace } from '../../model/list-place.ts';
import type { Route } from '../../model/route.ts';
import { useDesk } from '../context.ts';
import { useMedia } from '../use-media.ts';

/** One column: the list is either there or the conversation (inbox.css). */
const NARROW = '(max-width: 799px)';

/** Another list beside the same conversation: whoever looks through the lists does not lose what they read. */
export function useListRoute(): (list: ListPlace) => Route {
  const { thread } = useDesk();
  const isNarrow = useMedia(NARROW);
  const here = thread.value?.id ?? null;
  return (list) => ({ name: 'inbox', conversationId: isNarrow ? null : here, list });
}
