import { SWEEP_ROWS_MAX } from '../../protocol/wire/limits.ts';
import type { QueueStage } from '../../protocol/wire/settings.ts';
import { tellEntries } from '../usecases/finish.ts';
import { serviceBookOf } from '../usecases/service-book.ts';
import type { ServiceParts } from './service-parts.ts';

/** Q4: the owner's words for those who still wait. Where several are due at once only the last one is said. */
export async function sayStages(parts: ServiceParts): Promise<void> {
  for (const [siteId, { queue }] of serviceBookOf(parts.context.store).sites()) {
    for (const [index, stage] of [...queue.stages.entries()].toReversed()) {
      await sayStage(parts, siteId, stage, index + 1);
    }
  }
}

async function sayStage({ context, tell }: ServiceParts, siteId: string, stage: QueueStage, number: number) {
  const { store, clock } = context;
  const at = clock.now();
  const queuedBefore = at - stage.afterMs;
  const untold = await store.listUntold({ siteId, stage: number, queuedBefore, limit: SWEEP_ROWS_MAX });
  const results = await Promise.all(
    untold.map(({ conversationId, version }) =>
      store.tellVisitor({
        ...{ conversationId, expectVersion: version, at },
        ...{ what: 'still_waiting', text: stage.text, until: null, stage: number, lastAt: null },
      }),
    ),
  );
  for (const written of results) if (written.result === 'changed') tell(tellEntries(written));
}
