import { useApp, useDesk } from './context.ts';
import { ChevronDownIcon } from './icons.tsx';
import { strings } from './strings.ts';

const VIEWING = 'viewing';
const AWAY = 'away';

/** Whether I take conversations, why not, and how many I have of how many I can. */
export function AvailabilitySelect() {
  const { notice } = useApp();
  const desk = useDesk();
  const { availability, inbox, team } = desk;
  const value = availability.value.value;
  // Where one was let in, another has it: it takes no room (T6).
  const serving = inbox.mine.value.filter((summary) => summary.agent?.id === desk.me.id).length;
  const capacity = availability.capacity.value;
  const reason = availability.reason.value;
  const serves = desk.may('conversation:serve');
  const reasons = team.awayReasons.value;
  const choose = async (chosen: string) => {
    const because = chosen === 'available' || chosen === AWAY ? null : chosen.slice(AWAY.length + 1);
    if (!(await availability.set(chosen === 'available' ? 'available' : AWAY, because))) notice.show('not_set');
  };
  const shown = value === 'available' ? value : reason === null ? AWAY : `${AWAY}:${reason}`;
  return (
    <div class={`presence presence-${value}`}>
      <span class="presence-box">
        <span class="presence-dot" aria-hidden="true" />
        <select
          aria-label={strings.availability.label}
          value={shown}
          onChange={(event) => void choose(event.currentTarget.value)}
        >
          {serves && <option value="available">{strings.availability.available}</option>}
          {serves && <option value={AWAY}>{strings.availability.away}</option>}
          <optgroup label={strings.team.away.because}>
            {serves && reasons.map((one) => <Reason key={one} reason={one} />)}
            <Reason reason={VIEWING} />
            {value === AWAY && reason !== null && reason !== VIEWING && !reasons.includes(reason) && (
              <Reason reason={reason} />
            )}
          </optgroup>
        </select>
        <ChevronDownIcon size={14} />
      </span>
      {serves && (
        <p class="presence-load" title={strings.availability.loadLong(serving, capacity)}>
          <bdi aria-hidden="true">{strings.availability.load(serving, capacity)}</bdi>
          <span class="visually-hidden">{strings.availability.loadLong(serving, capacity)}</span>
        </p>
      )}
    </div>
  );
}

function Reason({ reason }: { reason: string }) {
  return <option value={`${AWAY}:${reason}`}>{reasonName(reason)}</option>;
}

/** The relay's own reasons have words here; the team's are their own words. */
export function reasonName(reason: string): string {
  const { away } = strings.team;
  if (reason === VIEWING) return away.viewing;
  return reason === 'inactive' ? away.inactive : reason === 'missed' ? away.missed : reason;
}
