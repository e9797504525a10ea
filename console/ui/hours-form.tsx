import { useId } from 'preact/hooks';
import type { CalendarDocument, Weekday } from '../../protocol/wire/hours.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { SpanList } from './span-list.tsx';
import { SpecialDays } from './special-days.tsx';
import { hoursWords } from './strings-of-hours.ts';
import { idOf, useFault } from './use-fault.ts';
import { listZones } from './wall.ts';

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly Weekday[];
const WORKING_DAYS: readonly Weekday[] = WEEKDAYS.slice(0, 5);
const OFFICE = [{ from: '09:00', to: '17:00' }];

/** What somebody who never said anything about hours begins with. */
function firstCalendar(zone: string): CalendarDocument {
  const week = Object.fromEntries(WEEKDAYS.map((day) => [day, WORKING_DAYS.includes(day) ? OFFICE : []]));
  return { zone, week: week as CalendarDocument['week'], days: [] };
}

export function HoursForm({ draft }: { draft: SettingsDraft }) {
  const { service } = useApp();
  const { hours } = draft.draft.value;
  /** Back to "always" and forth again brings what stood there. */
  const own = () => draft.stored.value.hours ?? firstCalendar(service.wall.zone);
  return (
    <fieldset class="card choices">
      <legend>
        <h2>{hoursWords.week.title}</h2>
      </legend>
      <label class="choice">
        <input type="radio" name="hours" checked={!hours} onChange={() => draft.change({ hours: null })} />
        <strong>{draft.of.kind === 'site' ? hoursWords.week.always : hoursWords.week.asSite}</strong>
      </label>
      <label class="choice">
        <input
          type="radio"
          name="hours"
          checked={hours !== null}
          onChange={() => hours ?? draft.change({ hours: own() })}
        />
        <strong>{hoursWords.week.own}</strong>
      </label>
      {hours && (
        <div class="form">
          <ZoneField draft={draft} hours={hours} />
          <Week draft={draft} hours={hours} />
          <SpecialDays draft={draft} hours={hours} />
        </div>
      )}
    </fieldset>
  );
}

interface CalendarProps {
  draft: SettingsDraft;
  hours: CalendarDocument;
}

function ZoneField({ draft, hours }: CalendarProps) {
  const fault = useFault(draft);
  const listId = useId();
  return (
    <>
      <EntryField
        id={idOf('hours.zone')}
        label={hoursWords.week.zone}
        hint={hoursWords.week.zoneHint}
        value={hours.zone}
        list={listId}
        onInput={(zone) => draft.change({ hours: { ...hours, zone: zone.trim() } })}
        fault={fault('hours.zone', hours.zone)}
      />
      <datalist id={listId}>
        {listZones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}

function Week({ draft, hours }: CalendarProps) {
  const setWeek = (changed: Partial<CalendarDocument['week']>) =>
    draft.change({ hours: { ...hours, week: { ...hours.week, ...changed } } });
  const copyMonday = () => setWeek(Object.fromEntries(WORKING_DAYS.map((day) => [day, hours.week.monday])));
  return (
    <div class="week">
      <p class="field-hint">{hoursWords.week.hint}</p>
      {WEEKDAYS.map((day) => (
        <fieldset class="subset week-day" key={day} aria-label={hoursWords.week.days[day]}>
          <p class="week-name">{hoursWords.week.days[day]}</p>
          <SpanList
            draft={draft}
            path={`hours.week.${day}`}
            name={hoursWords.week.days[day]}
            empty={hoursWords.week.closed}
            spans={hours.week[day]}
            onChange={(spans) => setWeek({ [day]: spans })}
          />
        </fieldset>
      ))}
      <button type="button" class="button button-small" onClick={copyMonday}>
        {hoursWords.week.copy}
      </button>
    </div>
  );
}
