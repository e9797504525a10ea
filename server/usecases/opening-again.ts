import { segmentsOf } from '../domain/measures/segments.ts';
import { targetFor } from '../domain/routing/target.ts';
import type { EpisodeOpening } from '../store/fact-store.ts';
import type { Conversation } from '../store/store.ts';
import type { Context } from './context.ts';
import { readSettings } from './read-settings.ts';

/** What the figures of an episode are split by that begins with a conversation opened again: who she is by now, the topic as before. */
export async function openingAgain({ store }: Pick<Context, 'store'>, state: Conversation): Promise<EpisodeOpening> {
  const [said, settings, intake] = await Promise.all([
    store.readVisitorProfile(state.visitorId),
    readSettings(store),
    store.readIntake(state.id),
  ]);
  const segments = segmentsOf(said.tags, true);
  return {
    topic: intake?.topic?.key ?? null,
    segments,
    targetMs: targetFor(settings, state.departmentId, segments),
  };
}
