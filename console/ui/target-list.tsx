import { useId } from 'preact/hooks';
import type { DepartmentNow } from '../../protocol/wire/departments.ts';
import type { Target, Team } from '../model/team.ts';
import { reasonName } from './availability-select.tsx';
import { dayTime } from './format.ts';
import { strings } from './strings.ts';
import { questionWords } from './strings-of-questions.ts';

interface Props {
  label: string;
  query: string;
  targets: readonly Target[];
  state: Team['state']['value'];
  chosenId: string | null;
  onQuery(query: string): void;
  onChoose(id: string): void;
}

/** A box to search with and the list under it (combobox pattern): the focus stays in the box, arrow keys move the choice. */
export function TargetList({ label, query, targets, state, chosenId, onQuery, onChoose }: Props) {
  const id = useId();
  const can = targets.filter((target) => target.can);
  const at = can.findIndex((target) => target.id === chosenId);
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || can.length === 0) return;
    event.preventDefault();
    const next = can[at < 0 ? (step > 0 ? 0 : can.length - 1) : (at + step + can.length) % can.length];
    if (next) onChoose(next.id);
  };
  return (
    <div class="field">
      <label for={`${id}-box`}>{label}</label>
      <input
        id={`${id}-box`}
        type="text"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${chosenId}` : undefined}
        autocomplete="off"
        autofocus
        spellcheck={false}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <div class="targets" id={`${id}-list`} role="listbox" aria-label={strings.team.dialog.people}>
        {targets.map((target) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keyboard
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, as the combobox pattern asks
          <div
            key={target.id}
            id={`${id}-${target.id}`}
            class="target"
            role="option"
            aria-selected={target.id === chosenId && target.can}
            aria-disabled={!target.can}
            onClick={() => target.can && onChoose(target.id)}
          >
            <span class="target-name" dir="auto">
              {target.name}
            </span>
            <span class="target-state">{stateOf(target)}</span>
          </div>
        ))}
      </div>
      {targets.length === 0 && (
        <p class="field-hint">{state === 'ready' ? strings.team.dialog.noOne : strings.team.dialog[state]}</p>
      )}
    </div>
  );
}

/** T9: nobody is passed on to a closed door without a word. */
function departmentState(now: DepartmentNow | undefined): string {
  const { department } = strings.team.dialog;
  if (!now) return department;
  const { closed, closedUntil, nobody, there } = questionWords.department;
  if (!now.open) return `${department} · ${now.opensAt === null ? closed : closedUntil(dayTime(now.opensAt))}`;
  return `${department} · ${now.there === 0 ? nobody : there(now.there)}`;
}

export function stateOf(target: Target): string {
  if (target.kind === 'department') return departmentState(target.now);
  const { present, availability, awayReason, load, extra, capacity } = target.member;
  if (!present) return strings.team.dialog.gone;
  if (availability === 'available') return strings.team.dialog.load(load + extra, capacity);
  return awayReason === null ? strings.team.dialog.away : reasonName(awayReason);
}
