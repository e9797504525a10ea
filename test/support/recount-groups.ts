import type { Split } from '../../protocol/wire/measures.ts';
import { departmentId, siteId } from './live-history.ts';
import type { CountedEpisode } from './recount.ts';
import { type OnTheWall, wallOf } from './recount-wall.ts';
import { stageOf, tagsOf } from './recounted-shop.ts';

export type KeysOf = (one: CountedEpisode, wall: OnTheWall) => string[];
/** In which groups an episode is. */
export const GROUP_KEYS: Record<Exclude<Split, 'agent'>, KeysOf> = {
  site: (one) => [siteId(one.site)],
  department: (one) => [one.department === null ? '' : departmentId(one.department)],
  language: (one) => [one.language.toLowerCase()],
  topic: (one) => [one.topic ?? ''],
  page: (one) => [one.page.split('?')[0] as string],
  stage: (one) => [stageOf(one.openedAt)],
  segment: (one) => (one.segments.length === 0 ? [''] : one.segments),
  tag: (one) => (tagsOf(one.no).length === 0 ? [''] : tagsOf(one.no)),
  outcome: (one) => [one.outcome ?? ''],
  cause: (one) => [one.cause ?? ''],
  score: (one) => [one.score === null ? '' : String(one.score)],
  month: (_, wall) => [wall.month],
  day: (_, wall) => [wall.day],
  hour: (_, wall) => [String(wall.hour)],
  weekday: (_, wall) => [String(wall.weekday)],
};

/** Each group with its episodes; of segments and tags an episode may be in several. */
export function groupEpisodes(keysOf: KeysOf, some: CountedEpisode[], zone: string): Map<string, CountedEpisode[]> {
  const wall = wallOf(zone);
  const groups = new Map<string, CountedEpisode[]>();
  for (const one of some)
    for (const key of keysOf(one, wall(one.openedAt))) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  return groups;
}
