import { useState } from 'preact/hooks';
import type { Role } from '../../../protocol/wire/model.ts';
import type { TeamRole } from '../../../protocol/wire/roles.ts';
import { Choice } from '../choice.tsx';
import { useApp } from '../context.ts';
import { EntryField } from '../entry-field.tsx';
import { markOfRole } from '../mark-of-role.ts';
import { nameOfRole } from '../name-of-role.ts';
import { strings } from '../strings.ts';
import { rightWords as words } from '../strings-of-rights.ts';
import { settingsWords } from '../strings-of-settings.ts';
import { onSubmit, useRecord } from '../use-record.ts';

/** Roles of the owners' own (T19): made on one of the five, renamed, removed after a question. */
export function OwnRoles() {
  const { roles } = useApp();
  const own = roles.list().filter((role) => roles.isOwn(role));
  return (
    <section class="card form" aria-labelledby="own-roles-title">
      <h2 id="own-roles-title">{words.ownTitle}</h2>
      <p class="quiet">{words.ownHint(roles.limits.rolesMax)}</p>
      {own.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <ul class="lines">
          {own.map((role) => (
            <li key={role.id}>
              <Line role={role} />
            </li>
          ))}
        </ul>
      )}
      {own.length < roles.limits.rolesMax && <AddRole />}
    </section>
  );
}

function Line({ role }: { role: TeamRole }) {
  const { roles } = useApp();
  const form = useRecord(`role ${role.id}`, markOfRole(role));
  const [open, setOpen] = useState<'rename' | 'remove' | null>(form.isChanged ? 'rename' : null);
  const [name, setName] = form.field('name', role.name);
  if (open === 'rename') {
    const close = () => {
      form.close();
      setOpen(null);
    };
    const submit = async () => {
      if (await roles.rename(role, name.trim(), markOfRole)) close();
    };
    return (
      <form class="form" onSubmit={onSubmit(submit)}>
        <EntryField label={words.name} value={name} onInput={setName} required maxLength={roles.limits.nameMax} />
        <div class="save-row">
          <button type="submit" class="button button-primary">
            {settingsWords.save}
          </button>
          <button type="button" class="button" onClick={close}>
            {settingsWords.cancel}
          </button>
        </div>
      </form>
    );
  }
  const base = strings.settings.roles[role.base];
  return (
    <div class="line">
      <span class="line-name">
        <strong dir="auto">{role.name}</strong>
        <span class="quiet">
          {words.base}: {base}
        </span>
      </span>
      {open === 'remove' ? (
        <div class="save-row">
          <span>{words.removeAsk(role.name, base)}</span>
          <button type="button" class="button button-danger" onClick={() => void roles.remove(role.id)}>
            {words.removeYes}
          </button>
          <button type="button" class="button" onClick={() => setOpen(null)}>
            {words.keep}
          </button>
        </div>
      ) : (
        <div class="save-row">
          <button
            type="button"
            class="button button-small"
            aria-label={words.rename(role.name)}
            onClick={() => setOpen('rename')}
          >
            {settingsWords.edit('').trim()}
          </button>
          <button
            type="button"
            class="button button-small"
            aria-label={words.remove(role.name)}
            onClick={() => setOpen('remove')}
          >
            {words.removeYes}
          </button>
        </div>
      )}
    </div>
  );
}

function AddRole() {
  const { roles } = useApp();
  const form = useRecord('new role', '');
  const [name, setName] = form.field('name', '');
  const [base, setBase] = form.field<Role>('base', 'agent');
  const submit = async () => {
    if (await roles.add(name.trim(), base)) form.close();
  };
  return (
    <form class="form" onSubmit={onSubmit(submit)}>
      <EntryField label={words.name} value={name} onInput={setName} required maxLength={roles.limits.nameMax} />
      <Choice
        label={words.base}
        value={base}
        options={roles.bases.map((one) => [one, nameOfRole({ id: one, base: one, name: one })])}
        onChange={(next) => setBase(next as Role)}
      />
      <div class="save-row">
        <button type="submit" class="button button-primary" aria-disabled={roles.saving.value}>
          {words.add}
        </button>
      </div>
    </form>
  );
}
