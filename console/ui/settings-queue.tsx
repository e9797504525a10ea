import type { QueueSettings } from '../../protocol/wire/settings.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Check } from './check.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { QueueStages } from './queue-stages.tsx';
import { OfOwner } from './settings-owner.tsx';
import { hoursWords } from './strings-of-hours.ts';
import { idOf, useFault } from './use-fault.ts';

/** What those who wait are told, and how many may (docs/queue.md). */
export function SettingsQueue() {
  return (
    <OfOwner page="queue">
      {(draft) => (
        <>
          <QueueCard draft={draft} />
          <QueueStages draft={draft} />
        </>
      )}
    </OfOwner>
  );
}

function QueueCard({ draft }: { draft: SettingsDraft }) {
  const { service } = useApp();
  const fault = useFault(draft);
  const { queue } = draft.draft.value;
  const set = (changed: Partial<QueueSettings>) => draft.change({ queue: { ...queue, ...changed } });
  const max = queue.waitingMax === null ? '' : String(queue.waitingMax);
  return (
    <section class="card form" aria-labelledby="queue-title">
      <h2 id="queue-title">{hoursWords.queue.title}</h2>
      <p class="quiet">{hoursWords.queue.hint}</p>
      <EntryField
        id={idOf('queue.waitingMax')}
        label={hoursWords.queue.waitingMax}
        hint={hoursWords.queue.waitingMaxHint}
        type="number"
        min={1}
        value={max}
        onInput={(text) => set({ waitingMax: text.trim() === '' ? null : Number(text) })}
        fault={fault('queue.waitingMax', max)}
      />
      <Check checked={queue.showsPosition} onChange={(showsPosition) => set({ showsPosition })}>
        {hoursWords.queue.showsPosition}
      </Check>
      <div>
        <Check checked={queue.showsRange} onChange={(showsRange) => set({ showsRange })}>
          {hoursWords.queue.showsRange}
        </Check>
        <p class="field-hint">{hoursWords.queue.showsRangeHint(service.limits.rangeSamplesMin)}</p>
      </div>
      <Seen queue={queue} />
      <p class="field-hint">{hoursWords.queue.email}</p>
    </section>
  );
}

/** The line as the widget shows it, with numbers that stand for any. */
function Seen({ queue: { showsPosition, showsRange } }: { queue: QueueSettings }) {
  const parts = [showsPosition && hoursWords.queue.seenPlace, showsRange && hoursWords.queue.seenRange].filter(Boolean);
  return (
    <figure class="seen">
      <figcaption>{hoursWords.queue.seen}</figcaption>
      <p>{parts.length > 0 ? parts.join('; ') : hoursWords.queue.seenNothing}</p>
    </figure>
  );
}
