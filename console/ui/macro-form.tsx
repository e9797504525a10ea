import { useState } from 'preact/hooks';
import type { Macro, MacroAction } from '../../protocol/wire/macros.ts';
import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { MacroActionFields } from './macro-action-fields.tsx';
import { macroWords as words } from './strings-of-macros.ts';
import './styles/composer.css';

interface Props {
  /** Null: a new one. */
  macro: Macro | null;
  onClose(): void;
}

const KINDS: readonly MacroAction['do'][] = ['reply', 'note', 'tag', 'take', 'snooze', 'transfer', 'move', 'close'];

/** One macro: its name, and what it does in which order. */
export function MacroForm({ macro, onClose }: Props) {
  const { macros, staff } = useApp();
  const [name, setName] = useState(macro?.name ?? '');
  const [departmentId, setDepartmentId] = useState(macro?.departmentId ?? '');
  const [actions, setActions] = useState<readonly MacroAction[]>(macro?.actions ?? [{ do: 'reply', body: '' }]);
  const problem = macros.problem.value;
  const state = staff.departments.state.value;
  const departments = state.status === 'ready' ? state.value : [];
  const submit = async (event: Event) => {
    event.preventDefault();
    const input = {
      id: macro?.id ?? null,
      name: name.trim(),
      departmentId: departmentId || null,
      actions: [...actions],
    };
    if (await macros.save(input)) onClose();
  };
  const put = (at: number, action: MacroAction) => setActions(actions.map((one, n) => (n === at ? action : one)));
  return (
    <form class="form line-form" noValidate onSubmit={(event) => void submit(event)}>
      <EntryField
        label={words.name}
        hint={words.nameHint}
        value={name}
        onInput={setName}
        fault={problem?.field === 'name' ? words.problems.name : null}
      />
      {departments.length > 0 && (
        <Choice
          label={words.department}
          value={departmentId}
          options={[['', words.everybody], ...departments.map(({ id, name: of }) => [id, of] as const)]}
          onChange={setDepartmentId}
        />
      )}
      {actions.map((action, at) => (
        <fieldset key={`${actions.length} ${at}`} class="macro-action">
          <Choice
            label={words.action(at + 1)}
            value={action.do}
            options={KINDS.map((kind) => [kind, words.actions[kind]] as const)}
            onChange={(kind) => put(at, emptyOf(kind as MacroAction['do']))}
          />
          <MacroActionFields action={action} departments={departments} onChange={(next) => put(at, next)} />
          {actions.length > 1 && (
            <button type="button" class="link-button" onClick={() => setActions(actions.filter((_, n) => n !== at))}>
              {words.removeAction(at + 1)}
            </button>
          )}
        </fieldset>
      ))}
      {actions.length < macros.limits.actionsMax && (
        <button type="button" class="button" onClick={() => setActions([...actions, emptyOf('close')])}>
          {words.addAction}
        </button>
      )}
      <SaveRow onClose={onClose} />
      {macro && <Remove macro={macro} onClose={onClose} />}
    </form>
  );
}

function SaveRow({ onClose }: { onClose(): void }) {
  const { macros } = useApp();
  const problem = macros.problem.value;
  return (
    <div class="save-row">
      <button type="submit" class="button button-primary" aria-disabled={macros.saving.value}>
        {macros.saving.value ? words.saving : words.save}
      </button>
      <button type="button" class="button" onClick={onClose}>
        {words.cancel}
      </button>
      <p class="problem" role="alert">
        {problem &&
          problem.field !== 'name' &&
          (isActions(problem.field) ? words.problems.actions : words.problems.other)}
      </p>
    </div>
  );
}

function Remove({ macro, onClose }: { macro: Macro; onClose(): void }) {
  const { macros } = useApp();
  const name = words.remove(macro.name);
  const remove = async () => {
    if (await macros.remove(macro.id)) onClose();
  };
  return (
    <details class="more">
      <summary>{name}</summary>
      <p class="field-hint">{words.removing}</p>
      <button type="button" class="button" onClick={() => void remove()}>
        {name}
      </button>
    </details>
  );
}

function isActions(field: string | undefined): boolean {
  return field?.startsWith('actions') ?? false;
}

const HOUR_MS = 3_600_000;

function emptyOf(kind: MacroAction['do']): MacroAction {
  switch (kind) {
    case 'tag':
      return { do: kind, add: [], remove: [] };
    case 'take':
      return { do: kind };
    case 'transfer':
      return { do: kind, agentId: '' };
    case 'move':
      return { do: kind, departmentId: '' };
    case 'snooze':
      return { do: kind, forMs: 24 * HOUR_MS };
    case 'close':
      return { do: kind, outcome: 'resolved' };
    case 'reply':
    case 'note':
      return { do: kind, body: '' };
  }
}
