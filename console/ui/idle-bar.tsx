import { useDesk } from './context.ts';
import { shortDuration } from './format.ts';
import { ClockIcon } from './icons.tsx';
import { strings } from './strings.ts';

/** A minute before one is set to away for want of input. Any key or press takes it away. */
export function IdleBar() {
  const desk = useDesk();
  const leftMs = desk.idle.leftMs.value;
  if (leftMs === null) return null;
  return (
    <p class="link-bar idle-bar" role="alert">
      <ClockIcon size={16} />
      <span aria-live="off">{strings.team.idle.warning(shortDuration(leftMs))}</span>
      <button type="button" class="button button-small" onClick={() => desk.here()}>
        {strings.team.idle.here}
      </button>
    </p>
  );
}
