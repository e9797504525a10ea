import { useEffect } from 'preact/hooks';
import type { Outside } from '../model/outside.ts';
import type { OutsideTalk } from '../model/outside-talk.ts';
import { useApp, useDesk } from './context.ts';

/** Services of the owner's, once their part is there; null as long as `needed` is false. */
export function useOutside(needed = true): Outside | null {
  const app = useApp();
  const outside = app.outside.value;
  useEffect(() => {
    if (needed && !outside) void app.openOutside();
  }, [app, needed, outside]);
  return needed ? outside : null;
}

/** CS10: what services say of a conversation; null where its site has none, and then nobody is asked. */
export function useOutsideTalk(conversationId: string | undefined): { outside: Outside; talk: OutsideTalk } | null {
  const version = useDesk().lists.served.versionOf(conversationId ?? '');
  const outside = useOutside(conversationId !== undefined && version !== null);
  const talk = outside && conversationId !== undefined ? outside.of(conversationId) : null;
  useEffect(() => {
    if (version !== null) talk?.load(version);
  }, [talk, version]);
  return outside && talk && { outside, talk };
}
