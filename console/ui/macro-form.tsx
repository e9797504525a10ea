import { BASIS } from '../../protocol/kit/basis.ts';
import { markOf } from '../../protocol/kit/mark-of.ts';
import type { Refusal } from '../../protocol/wire/errors.ts';
import type { Macro, MacroAction } from '../../protocol/wire/macros.ts';
import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { DepartmentChoice } from './department-choice.tsx';
import { EntryField } from './entry-field.tsx';
import { MacroActionFields } from './macro-action-fields.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { macroWords as words } from './strings-of-macros.ts';
import { settingsProblem } from './strings-of-settings.ts';
import { useFirstWrong } from './use-first-wrong.ts';
import { onSubmit, type RecordForm, useRecord } from './use-record.ts';
import './styles/composer.css';

interface Props {
  /** Null: a new one. */
  macro: Macro | null;
  onClose(isSaved?: true): void;
}

const FIRST: readonly MacroAction[] = [{ do: 'reply', body: '' }];
const KINDS: readonly MacroAction['do'][] = ['reply', 'note', 'tag', 'take', 'snooze', 'transfer', 'move', 'close'];

/** One macro: its name, and what it does in which order. */
export function MacroForm({ macro, onClose }: Props) {
  const { macros } = useApp();
  const form = useRecord(`macro ${macro?.id ?? 'new'}`, markOf(macro ?? {}, BASIS.macro));
  const [name, setName] = form.field('name', macro?.name ?? '');
  const [departmentId, setDepartmentId] = form.field('departmentId', macro?.departmentId ?? '');
  const [actions, setActions] = form.field<readonly MacroAction[]>('actions', macro?.actions ?? FIRST);
  const problem = macros.problem.value;
  const close = () => {
    form.close();
    onClose();
  };
  const save = async () => {
    const input = {
      id: macro?.id ?? null,
      name: name.trim(),
      departmentId: departmentId || null,
      actions: [...actions],
    };
    if (!(await macros.save(input, form.basedOn()))) return;
    form.close();
    onClose(true);
  };
  const put = (at: number, action: MacroAction) => setActions(actions.map((one, n) => (n === at ? action : one)));
  return (
    <form class="form line-form" noValidate onSubmit={onSubmit(save)}>
      <EntryField
        label={words.name}
        hint={words.nameHint}
        value={name}
        onInput={setName}
        fault={problem?.field === 'name' ? words.problems.name : null}
      />
      <DepartmentChoice
        optional
        label={words.department}
        value={departmentId}
        none={words.everybody}
        onChange={setDepartmentId}
      />
      {actions.map((action, at) => (
        <fieldset key={`${actions.length} ${at}`} class="macro-action">
          <Choice
            label={words.action(at + 1)}
            value={action.do}
            options={KINDS.map((kind) => [kind, words.actions[kind]] as const)}
            onChange={(kind) => put(at, emptyOf(kind as MacroAction['do']))}
          />
          <MacroActionFields action={action} onChange={(next) => put(at, next)} />
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
      <Meanwhile form={form} problem={problem} onSave={() => void save()} />
      <SaveRow onClose={close} />
      {macro && <Remove macro={macro} form={form} onClose={onClose} />}
    </form>
  );
}

function SaveRow({ onClose }: { onClose(): void }) {
  const { macros } = useApp();
  const problem = macros.problem.value;
  const row = useFirstWrong(problem);
  return (
    <div class="save-row" ref={row}>
      <button type="submit" class="button button-primary" aria-disabled={macros.saving.value}>
        {macros.saving.value ? words.saving : words.save}
      </button>
      <button type="button" class="button" onClick={onClose}>
        {words.cancel}
      </button>
      <p class="problem" role="alert">
        {problem && problem.error !== 'changed_meanwhile' && problem.field !== 'name' && problemOf(problem)}
      </p>
    </div>
  );
}

function Remove({ macro, form, onClose }: { macro: Macro; form: RecordForm; onClose(): void }) {
  const { macros } = useApp();
  const name = words.remove(macro.name);
  const remove = async () => {
    form.close();
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

function problemOf(problem: Refusal): string {
  const { error, field } = problem;
  if (error !== 'invalid_payload') return settingsProblem(problem);
  if (field === 'departmentId') return words.problems.department;
  return field?.startsWith('actions') ? words.problems.actions : words.problems.other;
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
