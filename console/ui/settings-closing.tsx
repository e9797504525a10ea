import type { IdleSettings } from '../../protocol/wire/settings.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { Choice } from './choice.tsx';
import { EntryField } from './entry-field.tsx';
import { duration } from './format.ts';
import { OfOwner } from './settings-owner.tsx';
import { hoursWords } from './strings-of-hours.ts';
import { idOf, useFault } from './use-fault.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const FIRST: IdleSettings = { warnAfterMs: 5 * MINUTE_MS, closeAfterMs: 10 * MINUTE_MS, outcome: 'resolved' };

/** How conversations end by themselves (C13), and the time after them (C15). */
export function SettingsClosing() {
  return (
    <OfOwner page="closing">
      {(draft) => (
        <>
          <IdleCard draft={draft} />
          <WrapUpCard draft={draft} />
        </>
      )}
    </OfOwner>
  );
}

function IdleCard({ draft }: { draft: SettingsDraft }) {
  const { idle } = draft.draft.value;
  return (
    <section class="card form" aria-labelledby="idle-title">
      <h2 id="idle-title">{hoursWords.idle.title}</h2>
      <p class="quiet">{hoursWords.idle.hint}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={idle !== null}
          onChange={(event) =>
            draft.change({ idle: event.currentTarget.checked ? (draft.stored.value.idle ?? FIRST) : null })
          }
        />
        {hoursWords.idle.on}
      </label>
      {idle && <IdleFields draft={draft} idle={idle} />}
    </section>
  );
}

function IdleFields({ draft, idle }: { draft: SettingsDraft; idle: IdleSettings }) {
  const fault = useFault(draft);
  const set = (changed: Partial<IdleSettings>) => draft.change({ idle: { ...idle, ...changed } });
  return (
    <>
      {(['warnAfterMs', 'closeAfterMs'] as const).map((name) => (
        <EntryField
          key={name}
          id={idOf(`idle.${name}`)}
          label={name === 'warnAfterMs' ? hoursWords.idle.warn : hoursWords.idle.close}
          {...(name === 'closeAfterMs' ? { hint: hoursWords.idle.closeHint } : {})}
          type="number"
          min={0}
          step="any"
          value={String(idle[name] / MINUTE_MS)}
          onInput={(text) => set({ [name]: Math.round(Number(text) * MINUTE_MS) })}
          fault={fault(`idle.${name}`, String(idle[name]))}
        />
      ))}
      <Choice
        label={hoursWords.idle.outcome}
        value={idle.outcome}
        options={Object.entries(hoursWords.idle.outcomes)}
        onChange={(outcome) => set({ outcome: outcome as IdleSettings['outcome'] })}
      />
      <p class="field-hint">{hoursWords.idle.words(duration(idle.warnAfterMs), duration(idle.closeAfterMs))}</p>
    </>
  );
}

function WrapUpCard({ draft }: { draft: SettingsDraft }) {
  const fault = useFault(draft);
  const seconds = String(draft.draft.value.wrapUpMs / SECOND_MS);
  return (
    <section class="card form" aria-labelledby="wrap-up-title">
      <h2 id="wrap-up-title">{hoursWords.wrapUp.title}</h2>
      <EntryField
        id={idOf('wrapUpMs')}
        label={hoursWords.wrapUp.label}
        hint={hoursWords.wrapUp.hint}
        type="number"
        min={0}
        value={seconds}
        onInput={(text) => draft.change({ wrapUpMs: Math.round(Number(text) * SECOND_MS) })}
        fault={fault('wrapUpMs', seconds)}
      />
    </section>
  );
}
