import { useState } from 'preact/hooks';
import type { Role } from '../../protocol/wire/model.ts';
import { Choice } from './choice.tsx';
import { useApp, useDesk } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { SaveRow } from './save-row.tsx';
import { strings } from './strings.ts';
import { settingsWords } from './strings-of-settings.ts';

const words = settingsWords.people;

/** A new member of the team, as `deskbell agent add` makes one. */
export function PersonAdd() {
  const { staff } = useApp();
  const { me } = useDesk();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [sent, setSent] = useState(false);
  const { passwordMin, passwordMax } = staff.limits;
  const submit = async (event: Event) => {
    event.preventDefault();
    setSent(true);
    if (!(await staff.add({ name: name.trim(), email: email.trim(), password, role }))) return;
    for (const clear of [setName, setEmail, setPassword]) clear('');
  };
  return (
    <section class="card" aria-labelledby="add-person-title">
      <h2 id="add-person-title">{words.add}</h2>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <EntryField label={words.name} value={name} onInput={setName} required />
        <EntryField label={words.email} type="email" value={email} onInput={setEmail} required />
        <Choice
          label={words.role}
          value={role}
          options={staff
            .rolesFor(me.role)
            .map((one) => [one, `${strings.settings.roles[one]} – ${settingsWords.roleHints[one]}`])}
          onChange={(next) => setRole(next as Role)}
        />
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
