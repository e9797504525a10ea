import { useEffect } from 'preact/hooks';
import { markOf } from '../../protocol/kit/mark-of.ts';
import type { TeamTags } from '../model/team-tags.ts';
import { useApp } from './context.ts';

/** The tags that the team agreed on (U13), read when somebody comes who may want them; null until they are there. */
export function useTeamTags(): TeamTags | null {
  const app = useApp();
  useEffect(() => {
    // Without them there is still what is written on conversations.
    app.loadTeamTags(markOf).catch(() => undefined);
  }, [app]);
  return app.teamTags.value;
}
