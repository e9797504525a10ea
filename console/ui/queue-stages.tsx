import { useLayoutEffect, useRef } from 'preact/hooks';
import type { QueueStage } from '../../protocol/wire/settings.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { hoursWords } from './strings-of-hours.ts';
import { TextField } from './text-field.tsx';
import { idOf, useFault } from './use-fault.ts';

const SECOND_MS = 1_000;
const FIRST_AFTER_MS = 60_000;

/** Sentences that are said in the thread, one after the other, while somebody waits (Q4). */
export function QueueStages({ draft }: { draft: SettingsDraft }) {
  const { service } = useApp();
  const added = useRef(false);
  const { queue } = draft.draft.value;
  const { stages } = queue;
  useLayoutEffect(() => {
    if (added.current) document.getElementById(idOf(`queue.stages.${stages.length - 1}.text`))?.focus();
    added.current = false;
  }, [stages.length]);
  const set = (next: QueueStage[]) => draft.change({ queue: { ...queue, stages: next } });
  const add = () => {
    added.current = true;
    const last = stages.at(-1);
    const afterMs = last ? last.afterMs + 2 * FIRST_AFTER_MS : FIRST_AFTER_MS;
    set([...stages, { afterMs, text: last ? '' : hoursWords.queue.firstStage }]);
  };
  return (
    <section class="card form" aria-labelledby="stages-title">
      <h2 id="stages-title">{hoursWords.queue.stages}</h2>
      <p class="quiet">{hoursWords.queue.stagesHint}</p>
      {stages.length === 0 && <p>{hoursWords.queue.noStages}</p>}
      {stages.map((stage, at) => (
        <Stage
          key={at}
          draft={draft}
          at={at}
          stage={stage}
          onChange={(next) => set(stages.map((one, index) => (index === at ? next : one)))}
          onRemove={() => set(stages.filter((_, index) => index !== at))}
        />
      ))}
      {stages.length < service.limits.stagesMax && (
        <button type="button" class="button button-small" onClick={add}>
          {hoursWords.queue.addStage}
        </button>
      )}
    </section>
  );
}

interface StageProps {
  draft: SettingsDraft;
  at: number;
  stage: QueueStage;
  onChange(stage: QueueStage): void;
  onRemove(): void;
}

function Stage({ draft, at, stage, onChange, onRemove }: StageProps) {
  const { service } = useApp();
  const fault = useFault(draft);
  const path = `queue.stages.${at}`;
  const after = String(stage.afterMs / SECOND_MS);
  return (
    <fieldset class="subset rule" aria-label={hoursWords.queue.stage(at + 1)}>
      <EntryField
        id={idOf(`${path}.afterMs`)}
        label={hoursWords.queue.after(at + 1)}
        type="number"
        min={service.limits.stageMsMin / SECOND_MS}
        value={after}
        onInput={(text) => onChange({ ...stage, afterMs: Math.round(Number(text) * SECOND_MS) })}
        // What is wrong between two sentences is named for all of them.
        fault={fault(`${path}.afterMs`, after) ?? (isEarly(draft, at) ? fault('queue.stages', after) : null)}
      />
      <TextField
        id={idOf(`${path}.text`)}
        label={hoursWords.queue.text(at + 1)}
        value={stage.text}
        maxLength={service.limits.textMax}
        onInput={(text) => onChange({ ...stage, text })}
        fault={fault(`${path}.text`, stage.text)}
      />
      <button type="button" class="link-button" onClick={onRemove}>
        {hoursWords.remove(hoursWords.queue.stage(at + 1))}
      </button>
    </fieldset>
  );
}

function isEarly(draft: SettingsDraft, at: number): boolean {
  const { stages } = draft.draft.value.queue;
  const [before, here] = [stages[at - 1], stages[at]];
  return before !== undefined && here !== undefined && here.afterMs <= before.afterMs;
}
