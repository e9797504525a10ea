import { useState } from 'preact/hooks';
import type { TeamRole } from '../../protocol/wire/roles.ts';
import { useApp, useDesk } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { RoleChoice, roleIds } from './role-choice.tsx';
import { SaveRow } from './save-row.tsx';
import { settingsWords } from './strings-of-settings.ts';

/** A new member of the team, as `deskbell agent add` makes one. */
export function PersonAdd() {
  const { staff, roles } = useApp();
  const { me } = useDesk();
  const given = roles.givenBy(me);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Pick<TeamRole, 'id' | 'base'>>({ id: 'agent', base: 'agent' });
  const [sent, setSent] = useState(false);
  const { passwordMin, passwordMax } = staff.limits;
  const submit = async (event: Event) => {
    event.preventDefault();
    setSent(true);
    if (!(await staff.add({ name: name.trim(), email: email.trim(), password, ...roleIds(role) }))) return;
    for (const clear of [setName, setEmail, setPassword]) clear('');
  };
  return (
    <section class="card" aria-labelledby="add-person-title">
      <h2 id="add-person-title">{settingsWords.people.add}</h2>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <EntryField label={settingsWords.people.name} value={name} onInput={setName} required />
        <EntryField label={settingsWords.people.email} type="email" value={email} onInput={setEmail} required />
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
