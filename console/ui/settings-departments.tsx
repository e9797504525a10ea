import { useEffect } from 'preact/hooks';
import { BASIS } from '../../protocol/kit/basis.ts';
import { markOf } from '../../protocol/kit/mark-of.ts';
import type { Department } from '../../protocol/wire/departments.ts';
import { useApp } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { nameFault } from './field-fault.ts';
import { Became, Meanwhile } from './meanwhile.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { SaveRow } from './save-row.tsx';
import { Skeleton } from './skeleton.tsx';
import { settingsWords } from './strings-of-settings.ts';
import { onSubmit, useListForm, useRecord } from './use-record.ts';

export function SettingsDepartments() {
  const { staff } = useApp();
  const fresh = useRecord('new department', '');
  const [name, setName] = fresh.field('name', '');
  useEffect(() => staff.load(), [staff]);
  const state = staff.departments.state.value;
  const list = useListForm('department', state.status === 'ready' ? state.value.map(({ id }) => id) : null);
  const { open, setOpen, close } = list;
  const add = async () => {
    setOpen(null);
    if (await staff.addDepartment(name.trim())) fresh.close();
  };
  return (
    <section class="card" aria-labelledby="departments-title">
      <h2 id="departments-title">{settingsWords.departments.title}</h2>
      <p class="quiet">{settingsWords.departments.hint}</p>
      {state.status === 'failed' && <NotLoaded text={settingsWords.failed} onRetry={() => staff.load()} />}
      {state.status !== 'failed' && state.status !== 'ready' && <Skeleton rows={2} kind="rows" />}
      {state.status === 'ready' && state.value.length === 0 && <p>{settingsWords.departments.empty}</p>}
      {state.status === 'ready' && (
        <ul class="lines">
          {state.value.map((department) => (
            <li key={department.id}>
              {open === department.id ? (
                <Edit department={department} onClose={close} />
              ) : (
                <Line department={department} onEdit={() => setOpen(department.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
      <Became of={list} />
      <form class="form" onSubmit={onSubmit(add)}>
        <EntryField
          label={settingsWords.departments.name}
          value={name}
          onInput={setName}
          required
          fault={open === null ? nameFault(staff.problem.value, name, staff.limits.nameMax) : null}
        />
        <SaveRow name={settingsWords.departments.add} mine={open === null} />
      </form>
    </section>
  );
}

function Line({ department, onEdit }: { department: Department; onEdit(): void }) {
  const { name } = department;
  return (
    <div class="line">
      <span class="line-name">
        <strong dir="auto">{name}</strong>
      </span>
      <span class="line-more" />
      <button type="button" class="button button-small" aria-label={settingsWords.edit(name)} onClick={onEdit}>
        {settingsWords.edit('').trim()}
      </button>
    </div>
  );
}

function Edit({ department, onClose }: { department: Department; onClose(): void }) {
  const { staff } = useApp();
  const form = useRecord(`department ${department.id}`, markOf(department, BASIS.department));
  const [name, setName] = form.field('name', department.name);
  const [capacity, setCapacity] = form.field('capacity', String(department.routing.capacity ?? ''));
  const close = () => {
    form.close();
    onClose();
  };
  const save = async () => {
    const { capacity: _, ...rest } = department.routing;
    const routing = capacity === '' ? rest : { ...rest, capacity: Number(capacity) };
    if (await staff.changeDepartment({ ...department, name: name.trim(), routing }, form.basedOn())) close();
  };
  const remove = async () => {
    form.close();
    if (await staff.removeDepartment(department.id)) onClose();
  };
  return (
    <form class="form line-form" aria-label={settingsWords.edit(department.name)} onSubmit={onSubmit(save)}>
      <EntryField
        label={settingsWords.departments.name}
        value={name}
        onInput={setName}
        required
        fault={nameFault(staff.problem.value, name, staff.limits.nameMax)}
      />
      <EntryField
        label={settingsWords.departments.capacity}
        hint={settingsWords.departments.capacityHint}
        type="number"
        min={1}
        value={capacity}
        onInput={setCapacity}
      />
      <Meanwhile form={form} problem={staff.problem.value} onSave={() => void save()} />
      <SaveRow mine onCancel={close} />
      <details class="more">
        <summary>{settingsWords.remove(department.name)}</summary>
        <p class="field-hint">{settingsWords.departments.removing}</p>
        <button type="button" class="button" onClick={() => void remove()}>
          {settingsWords.remove(department.name)}
        </button>
      </details>
    </form>
  );
}
