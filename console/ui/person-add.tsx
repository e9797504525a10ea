import { useState } from 'preact/hooks';
import type { TeamRole } from '../../protocol/wire/roles.ts';
import { useApp, useDesk } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { isIn } from './field-fault.ts';
import { RoleChoice, roleIds } from './role-choice.tsx';
import { SaveRow } from './save-row.tsx';
import { settingsWords } from './strings-of-settings.ts';
import { onSubmit, useRecord } from './use-record.ts';

const AGENT = { id: 'agent', base: 'agent' } as const;

/** A new member of the team, as `deskbell agent add` makes one. */
export function PersonAdd() {
  const { staff, roles } = useApp();
  const { me } = useDesk();
  const given = roles.givenBy(me);
  const form = useRecord('new person', '');
  const [name, setName] = form.field('name', '');
  const [email, setEmail] = form.field('email', '');
  const [password, setPassword] = form.field('password', '');
  const [role, setRole] = form.field<Pick<TeamRole, 'id' | 'base'>>('role', AGENT);
  const [sent, setSent] = useState(false);
  const { passwordMin, passwordMax, nameMax } = staff.limits;
  const problem = sent ? staff.problem.value : null;
  const submit = async () => {
    setSent(true);
    if (await staff.add({ name: name.trim(), email: email.trim(), password, ...roleIds(role) })) form.close();
  };
  return (
    <section class="card" aria-labelledby="add-person-title">
      <h2 id="add-person-title">{settingsWords.people.add}</h2>
      <form class="form" onSubmit={onSubmit(submit)}>
        <EntryField
          label={settingsWords.people.name}
          value={name}
          onInput={setName}
          required
          fault={isIn(problem, 'name') ? settingsWords.problems.name(nameMax) : null}
        />
        <EntryField
          label={settingsWords.people.email}
          type="email"
          value={email}
          onInput={setEmail}
          required
          fault={isIn(problem, 'email') ? settingsWords.problems.email : null}
        />
        <RoleChoice value={role.id} roles={given} onChange={setRole} />
        <EntryField
          label={settingsWords.people.password}
          hint={settingsWords.people.passwordHint(passwordMin, passwordMax)}
          type="password"
          value={password}
          onInput={setPassword}
          required
        />
        <SaveRow name={settingsWords.people.add} mine={sent} />
      </form>
    </section>
  );
}
