import type { GuideState } from '../../protocol/wire/guide.ts';
import type { PageReport } from '../../protocol/wire/install.ts';
import type { TeamTags } from '../../protocol/wire/team-tags.ts';
import type { Based } from './changes.ts';

/** Sites after they were made, where their tags are seen, and how far the first run came (docs/setup.md). Part of the store (store.ts). */
export interface SetupStore {
  /** Name and the whole list of origins, at once. */
  changeSite(
    input: { key: string; name: string; origins: string[] } & Based,
  ): Promise<'changed' | 'not_found' | 'stale'>;
  /** Null brings it back. */
  retireSite(input: { key: string; at: number | null }): Promise<'changed' | 'not_found'>;

  /** Raises the time where the pair is known; of pairs beyond `max`, those that were seen least lately go. */
  sawTag(input: { siteKey: string; origin: string; at: number; max: number }): Promise<void>;
  /** The latest first. */
  listSightings(limit: number): Promise<Sighting[]>;

  /** Those made before `keptSince` go with it. */
  addTagCheck(input: { id: string; siteKey: string; at: number; keptSince: number }): Promise<void>;
  /** Once: what was told first counts. Unknown, older than `madeSince` or told already: false. */
  tellTagCheck(input: { id: string; report: PageReport; madeSince: number }): Promise<boolean>;
  /** The keys of sites with one that was made since and has not been told. */
  listOpenChecks(madeSince: number): Promise<string[]>;
  findTagCheck(id: string): Promise<{ siteKey: string; madeAt: number; report: PageReport | null } | undefined>;

  /** Null: it never began, or ended before anybody asked. */
  readGuide(): Promise<GuideState | null>;
  setGuide(state: GuideState): Promise<void>;

  readTeamTags(): Promise<TeamTags>;
  setTeamTags(input: TeamTags & Based): Promise<'set' | 'stale'>;
}

export interface Sighting {
  siteKey: string;
  origin: string;
  firstAt: number;
  lastAt: number;
}
