import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CalendarDocument, SpecialDay } from '../../protocol/wire/hours.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { SpanList } from './span-list.tsx';
import { hoursWords } from './strings-of-hours.ts';
import { idOf, useFault } from './use-fault.ts';

interface Props {
  draft: SettingsDraft;
  hours: CalendarDocument;
}

/** Holidays and exceptions (H4). */
export function SpecialDays({ draft, hours }: Props) {
  const { service } = useApp();
  const added = useRef(false);
  const { days } = hours;
  useLayoutEffect(() => {
    if (added.current) document.getElementById(idOf(`hours.days.${days.length - 1}.name`))?.focus();
    added.current = false;
  }, [days.length]);
  const setDays = (next: SpecialDay[]) => draft.change({ hours: { ...hours, days: next } });
  const add = () => {
    added.current = true;
    setDays([...days, { date: '', yearly: false, name: '', hours: [] }]);
  };
  return (
    <fieldset class="subset specials" aria-labelledby="specials-title">
      <h3 id="specials-title">{hoursWords.special.title}</h3>
      <p class="field-hint">{hoursWords.special.hint}</p>
      {days.length === 0 && <p class="quiet">{hoursWords.special.none}</p>}
      {days.map((day, at) => (
        <Day
          key={at}
          draft={draft}
          path={`hours.days.${at}`}
          day={day}
          onChange={(next) => setDays(days.map((one, index) => (index === at ? next : one)))}
          onRemove={() => setDays(days.filter((_, index) => index !== at))}
        />
      ))}
      {days.length < service.limits.daysMax && (
        <button type="button" class="button button-small" onClick={add}>
          {hoursWords.special.add}
        </button>
      )}
    </fieldset>
  );
}

interface DayProps {
  draft: SettingsDraft;
  path: string;
  day: SpecialDay;
  onChange(day: SpecialDay): void;
  onRemove(): void;
}

function Day({ draft, path, day, onChange, onRemove }: DayProps) {
  const { service } = useApp();
  const fault = useFault(draft);
  const name = day.name || hoursWords.special.unnamed;
  return (
    <fieldset class="subset special" aria-label={name}>
      <div class="special-head">
        <EntryField
          id={idOf(`${path}.name`)}
          label={hoursWords.special.name}
          value={day.name}
          maxLength={service.limits.nameMax}
          onInput={(next) => onChange({ ...day, name: next })}
          fault={fault(`${path}.name`, day.name)}
        />
        <EntryField
          id={idOf(`${path}.date`)}
          label={hoursWords.special.date}
          type="date"
          value={day.date}
          onInput={(date) => onChange({ ...day, date })}
          fault={fault(`${path}.date`, day.date)}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={day.yearly}
            onChange={(event) => onChange({ ...day, yearly: event.currentTarget.checked })}
          />
          {hoursWords.special.yearly}
        </label>
      </div>
      <div class="special-foot">
        <SpanList
          draft={draft}
          path={`${path}.hours`}
          name={name}
          empty={hoursWords.special.closed}
          spans={day.hours}
          onChange={(next) => onChange({ ...day, hours: next })}
        />
        <button type="button" class="link-button" aria-label={hoursWords.remove(name)} onClick={onRemove}>
          {hoursWords.remove('').trim()}
        </button>
      </div>
    </fieldset>
  );
}
