import type { AtClosing } from '../../protocol/wire/settings.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { HoursForm } from './hours-form.tsx';
import { HoursNow } from './hours-now.tsx';
import { HoursPreviewCard } from './hours-preview.tsx';
import { OfOwner } from './settings-owner.tsx';
import { hoursWords } from './strings-of-hours.ts';

/** When chat is open (docs/hours.md): now, by the week, on special days, and what becomes of those who wait at the end. */
export function SettingsHours() {
  return (
    <OfOwner page="hours">
      {(draft) => (
        <>
          <HoursNow draft={draft} />
          <HoursForm draft={draft} />
          <HoursPreviewCard draft={draft} />
          {draft.of.kind === 'site' && draft.draft.value.hours && <AtClosingCard draft={draft} />}
        </>
      )}
    </OfOwner>
  );
}

function AtClosingCard({ draft }: { draft: SettingsDraft }) {
  const { atClosing } = draft.draft.value;
  return (
    <fieldset class="card choices">
      <legend>
        <h2>{hoursWords.closing.title}</h2>
      </legend>
      <p class="quiet">{hoursWords.closing.hint}</p>
      {Object.entries(hoursWords.closing.choices).map(([choice, [name, more]]) => (
        <label key={choice} class="choice">
          <input
            type="radio"
            name="at-closing"
            checked={atClosing === choice}
            onChange={() => draft.change({ atClosing: choice as AtClosing })}
          />
          <span>
            <strong>{name}</strong>
            <span class="field-hint">{more}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
