import type { Availability } from '../../protocol/wire/model.ts';
import { useApp, useDesk } from './context.ts';
import { ChevronDownIcon } from './icons.tsx';
import { strings } from './strings.ts';

const words = strings.availability;

/** Whether I take conversations, and how many I have of how many I can. */
export function AvailabilitySelect() {
  const { notice } = useApp();
  const { availability, inbox } = useDesk();
  const value = availability.value.value;
  const serving = inbox.mine.value.length;
  const capacity = availability.capacity.value;
  const choose = async (next: Availability) => {
    if (!(await availability.set(next))) notice.show('not_set');
  };
  return (
    <div class={`presence presence-${value}`}>
      <span class="presence-box">
        <span class="presence-dot" aria-hidden="true" />
        <select
          aria-label={words.label}
          value={value}
          onChange={(event) => void choose(event.currentTarget.value as Availability)}
        >
          <option value="available">{words.available}</option>
          <option value="away">{words.away}</option>
        </select>
        <ChevronDownIcon size={14} />
      </span>
      <p class="presence-load" title={words.loadLong(serving, capacity)}>
        <bdi aria-hidden="true">{words.load(serving, capacity)}</bdi>
        <span class="visually-hidden">{words.loadLong(serving, capacity)}</span>
      </p>
    </div>
  );
}
