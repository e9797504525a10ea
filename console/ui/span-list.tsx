import { useLayoutEffect, useRef } from 'preact/hooks';
import type { HoursSpan } from '../../protocol/wire/hours.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { useApp } from './context.ts';
import { CloseIcon } from './icons.tsx';
import { hoursWords } from './strings-of-hours.ts';
import { idOf, useFault } from './use-fault.ts';

interface Props {
  draft: SettingsDraft;
  /** Of the list in the settings: `hours.week.monday`. */
  path: string;
  /** Whose hours: "Monday". */
  name: string;
  /** What it says without hours. */
  empty: string;
  spans: readonly HoursSpan[];
  onChange(spans: HoursSpan[]): void;
}

/** The hours of one day: from and to, several times; the keyboard stays where something was added or taken away. */
export function SpanList({ draft, path, name, empty, spans, onChange }: Props) {
  const { service } = useApp();
  const place = useRef<HTMLDivElement>(null);
  const follow = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (follow.current) place.current?.querySelector<HTMLElement>(follow.current)?.focus();
    follow.current = null;
  }, [spans.length]);
  const add = () => {
    follow.current = `.span:nth-child(${spans.length + 1}) input`;
    onChange([...spans, nextSpan(spans.at(-1))]);
  };
  const remove = (at: number) => {
    follow.current = '.span-add';
    onChange(spans.filter((_, index) => index !== at));
  };
  const fault = useFault(draft)(path, '');
  return (
    <div class="spans" ref={place}>
      {spans.length === 0 && <p class="quiet">{empty}</p>}
      {spans.map((span, at) => (
        <Span
          key={at}
          draft={draft}
          path={`${path}.${at}`}
          names={[
            hoursWords.week.from(name, at + 1),
            hoursWords.week.to(name, at + 1),
            hoursWords.week.removeFrom(name, at + 1),
          ]}
          span={span}
          onChange={(next) => onChange(spans.map((one, index) => (index === at ? next : one)))}
          onRemove={() => remove(at)}
        />
      ))}
      {spans.length < service.limits.spansMax && (
        <button type="button" class="link-button span-add" aria-label={hoursWords.week.addTo(name)} onClick={add}>
          {hoursWords.week.add}
        </button>
      )}
      {fault && <p class="problem">{fault}</p>}
    </div>
  );
}

interface SpanProps {
  draft: SettingsDraft;
  path: string;
  names: [from: string, to: string, remove: string];
  span: HoursSpan;
  onChange(span: HoursSpan): void;
  onRemove(): void;
}

function Span({ draft, path, names: [fromName, toName, removeName], span, onChange, onRemove }: SpanProps) {
  const faultAt = useFault(draft);
  const fault = faultAt(`${path}.from`, span.from) ?? faultAt(`${path}.to`, span.to);
  const faultId = `${idOf(path)}-fault`;
  const box = (end: 'from' | 'to', name: string) => (
    <input
      type="time"
      id={idOf(`${path}.${end}`)}
      aria-label={name}
      value={shown(span[end])}
      aria-invalid={faultAt(`${path}.${end}`, span[end]) ? true : undefined}
      aria-describedby={fault ? faultId : undefined}
      onInput={(event) => onChange({ ...span, [end]: stored(event.currentTarget.value, end) })}
    />
  );
  return (
    <div class="span">
      {box('from', fromName)}
      <span aria-hidden="true">{hoursWords.week.to_}</span>
      {box('to', toName)}
      <button type="button" class="icon-button icon-button-small" aria-label={removeName} onClick={onRemove}>
        <CloseIcon size={16} />
      </button>
      <span class="field-hint">{hintOf(span)}</span>
      {fault && (
        <p class="problem" id={faultId}>
          {fault}
        </p>
      )}
    </div>
  );
}

/** A clock has no 24:00: the midnight at the end of the day is written 00:00 (H2). */
const shown = (time: string) => (time === '24:00' ? '00:00' : time);
const stored = (time: string, end: 'from' | 'to') => (end === 'to' && time === '00:00' ? '24:00' : time);

function hintOf({ from, to }: HoursSpan): string {
  if (from === '00:00' && to === '24:00') return hoursWords.week.allDay;
  return from !== '' && to !== '' && to < from ? hoursWords.week.nextDay : '';
}

/** An hour after the last one, for two hours; the first is the usual working day. */
function nextSpan(last: HoursSpan | undefined): HoursSpan {
  if (!last) return { from: '09:00', to: '17:00' };
  const hour = last.to > last.from ? Number(last.to.slice(0, 2)) + 1 : 24;
  const two = (value: number) => `${String(value).padStart(2, '0')}:00`;
  return hour > 22 ? { from: '', to: '' } : { from: two(hour), to: two(Math.min(24, hour + 2)) };
}
