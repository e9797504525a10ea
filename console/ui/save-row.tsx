import { useApp } from './context.ts';
import { settingsProblem, settingsWords as words } from './strings-of-settings.ts';
import { useFirstWrong } from './use-first-wrong.ts';

interface Props {
  name?: string;
  /** Which form's word this is: only the one that was sent shows what became of it. */
  mine: boolean;
  onCancel?: () => void;
}

/** The foot of a settings form: save, and what became of it. */
export function SaveRow({ name = words.save, mine, onCancel }: Props) {
  const { staff } = useApp();
  const problem = mine ? staff.problem.value : null;
  const saving = mine && staff.saving.value;
  const row = useFirstWrong(problem);
  return (
    <div class="save-row" ref={row}>
      <button type="submit" class="button button-primary" aria-disabled={saving}>
        {saving ? words.saving : name}
      </button>
      {onCancel && (
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
      )}
      <p class="problem" role="alert">
        {problem && settingsProblem(problem)}
      </p>
      <p class="done" role="status">
        {mine && staff.saved.value && words.saved}
      </p>
    </div>
  );
}
