import type { NewFollowUp, RateEpisode } from '../../server/store/feedback-store.ts';
import type { World } from './world.ts';

const HOUR_MS = 3_600_000;

/** Ratings and what is made of them, over one world. */
export function feedbackScene(world: World) {
  const { store } = world;
  return {
    follow: (causes: NewFollowUp['causes'], more: Partial<NewFollowUp> = {}): NewFollowUp => ({
      ...{ id: world.next('f'), causes, owner: 'agent', dueAt: world.at + HOUR_MS },
      ...more,
    }),
    rate: (conversationId: string, more: Partial<RateEpisode> = {}) =>
      store.rateEpisode({ conversationId, episode: 1, score: 1, comment: null, at: world.at, ...more }),
    open: async () => (await store.listFollowUps({ list: 'open', agentId: 'x', all: true, limit: 50 })).followUps,

    /** A conversation that an agent served and ended. */
    async ended(more: { lines?: number; agentId?: string; visitorId?: string } = {}) {
      const served = more.visitorId ? await world.queued(more.visitorId) : await world.queued();
      const agentId = more.agentId ?? (await world.presentAgent());
      await world.assign(served.id, agentId);
      for (let line = 0; line < (more.lines ?? 1); line += 1)
        await world.say(served.id, world.message('agent', agentId));
      await world.close(served.id, 'agent', agentId);
      return { ...served, agentId };
    },
  };
}
