import { useState } from 'preact/hooks';
import type { TeamRole } from '../../protocol/wire/roles.ts';
import { useApp, useDesk } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { RoleChoice, roleIds } from './role-choice.tsx';
import { SaveRow } from './save-row.tsx';
import { settingsWords } from './strings-of-settings.ts';

const words = settingsWords.people;

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
      <h2 id="add-person-title">{words.add}</h2>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <EntryField label={words.name} value={name} onInput={setName} required />
        <EntryField label={words.email} type="email" value={email} onInput={setEmail} required />
        <RoleChoice value={role.id} roles={given} onChange={setRole} />
        <EntryField
          label={words.password}
          hint={words.passwordHint(passwordMin, passwordMax)}
          type="password"
          value={password}
          onInput={setPassword}
          required
        />
        <SaveRow name={words.add} mine={sent} />
      </form>
    </section>
  );
}
