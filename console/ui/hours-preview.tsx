import type { HoursSpan } from '../../protocol/wire/hours.ts';
import type { PreviewDay } from '../../protocol/wire/settings.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { useApp } from './context.ts';
import { day, time } from './format.ts';
import { NowWords } from './hours-now.tsx';
import { hoursWords } from './strings-of-hours.ts';
import { faultOf } from './use-fault.ts';

/** What the form says, in words: the days from today on, and when it opens next (H12). */
export function HoursPreviewCard({ draft }: { draft: SettingsDraft }) {
  const { hours, offline } = draft.draft.value;
  const preview = draft.look.preview.value;
  return (
    <section class="card" aria-labelledby="preview-title">
      <h2 id="preview-title">{hoursWords.preview.title}</h2>
      <div class="preview" role="status">
        {!hours && <p>{draft.of.kind === 'site' ? hoursWords.preview.always : hoursWords.preview.asSite}</p>}
        {hours && !preview && (
          <p class="quiet">{faultOf(draft) ? hoursWords.faultAbove : hoursWords.preview.incomplete}</p>
        )}
        {hours && preview && (
          <>
            <p class="preview-now">
              <NowWords preview={preview} zone={hours.zone} isOffline={offline !== null} />
            </p>
            <ul class="preview-days">
              {preview.days.map((one, index) => (
                <Day key={one.date} day={one} index={index} />
              ))}
            </ul>
            <p class="field-hint">{hoursWords.preview.clock(hours.zone)}</p>
          </>
        )}
      </div>
    </section>
  );
}

function Day({ day: { date, name, hours }, index }: { day: PreviewDay; index: number }) {
  const { wall } = useApp().service;
  const when = wall.instantOf(`${date}T12:00`);
  const near = [hoursWords.preview.today, hoursWords.preview.tomorrow][index];
  return (
    <li class={hours.length === 0 ? 'preview-closed' : ''}>
      <span>
        {when === null ? date : day(when)}
        {near && <span class="preview-near"> · {near}</span>}
      </span>
      <span>
        {hours.length === 0 ? hoursWords.preview.closed : hours.map((span) => <Span key={span.from} span={span} />)}
        {name && <span class="tag">{name}</span>}
      </span>
    </li>
  );
}

/** A day on which no clock anywhere is put forward or back. */
const PLAIN_DAY = '2026-01-15T';

function Span({ span: { from, to } }: { span: HoursSpan }) {
  const { wall } = useApp().service;
  const spell = (clock: string) => {
    const at = clock === '24:00' ? null : wall.instantOf(PLAIN_DAY + clock);
    return at === null ? hoursWords.preview.midnight : time(at);
  };
  if (from === '00:00' && to === '24:00') return <span>{hoursWords.preview.allDay}</span>;
  return (
    <span>
      {to <= from ? hoursWords.preview.night(spell(from), spell(to)) : hoursWords.preview.span(spell(from), spell(to))}
    </span>
  );
}
