import type { NoticeKind, NoticeWay, QuietSpan } from '../../protocol/wire/notices.ts';
import { Check } from './check.tsx';
import { useApp } from './context.ts';
import { dayTime } from './format.ts';
import { noticeWords as words } from './strings-of-notices.ts';
import './styles/notices.css';
import './styles/setup.css';
import { TableScroll } from './table-scroll.tsx';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** Eight in the morning. */
const MORNING = 480;

/** How I am told of news: by kind and way, when not, and on which devices (NT2, NT3, NT6). */
export function OwnNotices() {
  const { notices } = useApp();
  const { words: saysWords } = notices.settings.value;
  return (
    <section class="card" aria-labelledby="notices-title">
      <h2 id="notices-title">{words.title}</h2>
      <p class="quiet">{words.hint}</p>
      <Ways />
      <Check checked={saysWords} hint={words.wordsHint} onChange={(on) => void notices.choose({ words: on })}>
        {words.words}
      </Check>
      <Quiet />
      <Device />
      <p class="problem" role="alert">
        {notices.failed.value ? words.failed : notices.undecided.value ? words.undecided : ''}
      </p>
    </section>
  );
}

function Ways() {
  const { notices } = useApp();
  return (
    <TableScroll label={words.table}>
      <table class="notice-ways">
        <thead>
          <tr>
            <th scope="col">{words.event}</th>
            {notices.ways.map((way) => (
              <th key={way} scope="col" title={words.wayHints[way]}>
                {words.ways[way]}
              </th>
            ))}
            <th scope="col">{words.through}</th>
          </tr>
        </thead>
        <tbody>
          {notices.kinds.map((kind) => (
            <Kind key={kind} kind={kind} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Kind({ kind }: { kind: NoticeKind }) {
  const { notices } = useApp();
  const { ways, through } = notices.settings.value;
  const set = (way: NoticeWay, on: boolean) =>
    notices.choose({ ways: { ...ways, [kind]: { ...ways[kind], [way]: on } } });
  const pass = (on: boolean) =>
    notices.choose({ through: on ? [...through, kind] : through.filter((one) => one !== kind) });
  return (
    <tr>
      <th scope="row">{words.kinds[kind]}</th>
      {notices.ways.map((way) => (
        <Box
          key={way}
          label={`${words.kinds[kind]}: ${words.ways[way]}`}
          checked={ways[kind][way]}
          onChange={(on) => void set(way, on)}
        />
      ))}
      <Box
        label={`${words.kinds[kind]}: ${words.through}`}
        checked={through.includes(kind)}
        onChange={(on) => void pass(on)}
      />
    </tr>
  );
}

function Box({ label, checked, onChange }: { label: string; checked: boolean; onChange(on: boolean): void }) {
  return (
    <td>
      <label class="notice-box">
        <input
          type="checkbox"
          aria-label={label}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </label>
    </td>
  );
}

function Quiet() {
  const app = useApp();
  const { notices } = app;
  const { quietUntil, quietSpans } = notices.settings.value;
  const now = app.desk.value?.ticker.now.value ?? app.readClock();
  const until = (at: number | null) => void notices.choose({ quietUntil: at });
  const isOn = quietUntil !== null && quietUntil > now;
  const { minute } = notices.weekTime(now);
  const untilMorning = (minute < MORNING ? MORNING - minute : DAY_MINUTES - minute + MORNING) * MINUTE_MS;
  const [span] = quietSpans;
  const set = (from: number, to: number) =>
    void notices.choose({ quietSpans: [1, 2, 3, 4, 5, 6, 7].map((weekday): QuietSpan => ({ weekday, from, to })) });
  return (
    <fieldset class="notice-quiet">
      <legend>{words.quietTitle}</legend>
      <p class="quiet">{words.quietHint}</p>
      <p role="status">{isOn ? words.quietOn(dayTime(quietUntil)) : words.quietOff}</p>
      <p class="dialog-actions">
        {!isOn && (
          <>
            <button type="button" class="button" onClick={() => until(now + HOUR_MS)}>
              {words.hour}
            </button>
            <button type="button" class="button" onClick={() => until(now + untilMorning)}>
              {words.morning}
            </button>
          </>
        )}
        {isOn && (
          <button type="button" class="button" onClick={() => until(null)}>
            {words.end}
          </button>
        )}
      </p>
      <Check
        checked={span !== undefined}
        onChange={(on) => (on ? set(22 * 60, 7 * 60) : void notices.choose({ quietSpans: [] }))}
      >
        {words.daily}
      </Check>
      {span && (
        <p class="dialog-actions">
          <Time label={words.from} value={span.from} onChange={(from) => set(from, span.to)} />
          <Time label={words.to} value={span.to} onChange={(to) => set(span.from, to)} />
        </p>
      )}
    </fieldset>
  );
}

function Time({ label, value, onChange }: { label: string; value: number; onChange(minute: number): void }) {
  const two = (number: number) => String(number).padStart(2, '0');
  return (
    <label class="notice-time">
      {label}
      <input
        type="time"
        required
        value={`${two(Math.floor(value / 60) % 24)}:${two(value % 60)}`}
        onChange={(event) => {
          const [hours, minutes] = event.currentTarget.value.split(':').map(Number);
          if (hours !== undefined && minutes !== undefined) onChange(hours * 60 + minutes);
        }}
      />
    </label>
  );
}

function Device() {
  const { notices } = useApp();
  const state = notices.device.value;
  const devices = notices.read.value?.devices ?? [];
  return (
    <>
      <h3>{words.device}</h3>
      <p>{words.states[state]}</p>
      <p class="dialog-actions">
        {state === 'off' && (
          <button type="button" class="button button-primary" onClick={() => void notices.allow()}>
            {words.allow}
          </button>
        )}
        {state === 'on' && (
          <button type="button" class="button" onClick={() => void notices.test()}>
            {words.test}
          </button>
        )}
      </p>
      {devices.length > 0 && <h3>{words.devices}</h3>}
      <ul class="notice-devices">
        {devices.map(({ id, name, isThis }) => (
          <li key={id}>
            <bdi>{name}</bdi> {isThis && <span class="quiet">({words.thisOne})</span>}
            <button
              type="button"
              class="button button-small"
              aria-label={words.forbidLong(name)}
              onClick={() => void notices.forbid(id, isThis)}
            >
              {words.forbid}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
