import { useState } from 'preact/hooks';
import { BASIS } from '../../protocol/kit/basis.ts';
import { markOf } from '../../protocol/kit/mark-of.ts';
import type { StaffMember } from '../../protocol/wire/departments.ts';
import type { TeamRole } from '../../protocol/wire/roles.ts';
import { useApp, useDesk } from './context.ts';
import { EntryField } from './entry-field.tsx';
import { FaceForm } from './face-form.tsx';
import { isIn } from './field-fault.ts';
import { Meanwhile } from './meanwhile.tsx';
import { RoleChoice, roleIds } from './role-choice.tsx';
import { skillsOf, wordsOf } from './said-words.ts';
import { SaveRow } from './save-row.tsx';
import { faceWords } from './strings-of-face.ts';
import { settingsWords } from './strings-of-settings.ts';
import { onSubmit, useRecord } from './use-record.ts';

/** One person: role, capacity, departments, skills, languages; and a new password for who forgot it. */
export function PersonEdit({ member, onClose }: { member: StaffMember; onClose(): void }) {
  const { staff, roles } = useApp();
  const { me } = useDesk();
  const held = member.roleId ?? member.role;
  const form = useRecord(`person ${member.id}`, markOf(member, BASIS.member));
  const [name, setName] = form.field('name', member.name);
  const [role, setRole] = form.field<Pick<TeamRole, 'id' | 'base'>>('role', { id: held, base: member.role });
  const [capacity, setCapacity] = form.field('capacity', String(member.capacity));
  const [skills, setSkills] = form.field('skills', member.skills.map((one) => `${one.skill} ${one.level}`).join(', '));
  const [languages, setLanguages] = form.field('languages', member.languages.join(', '));
  const [departments, setDepartments] = form.field('departments', member.departments);
  const mine = new Set(roles.givenBy(me).map(({ id }) => id));
  const given = roles.list().filter(({ id }) => mine.has(id) || id === held);
  const close = () => {
    form.close();
    onClose();
  };
  const save = async () => {
    const changed = {
      ...member,
      name: name.trim(),
      ...roleIds(role),
      capacity: Number(capacity),
      departments,
      skills: skillsOf(skills),
      languages: wordsOf(languages),
    };
    if (await staff.change(changed, form.basedOn())) close();
  };
  return (
    <div class="line-form">
      <form class="form" aria-label={settingsWords.edit(member.name)} onSubmit={onSubmit(save)}>
        <EntryField
          label={settingsWords.people.name}
          value={name}
          onInput={setName}
          required
          fault={isIn(staff.problem.value, 'name') ? settingsWords.problems.name(staff.limits.nameMax) : null}
        />
        <RoleChoice value={role.id} roles={given} onChange={setRole} />
        <EntryField
          label={settingsWords.people.capacity}
          type="number"
          min={1}
          max={staff.limits.capacityMax}
          value={capacity}
          onInput={setCapacity}
          required
        />
        <Departments chosen={departments} onChange={setDepartments} />
        <Known {...{ skills, setSkills, languages, setLanguages }} />
        <Meanwhile form={form} problem={staff.problem.value} onSave={() => void save()} />
        <SaveRow mine onCancel={close} />
      </form>
      <details class="more">
        <summary>{faceWords.of(member.name)}</summary>
        <FaceForm agentId={member.id} name={member.name} />
      </details>
      {member.id !== me.id && <NewPassword member={member} />}
    </div>
  );
}

interface KnownProps {
  skills: string;
  setSkills(skills: string): void;
  languages: string;
  setLanguages(languages: string): void;
}

/** What they know, and which languages they write. */
function Known({ skills, setSkills, languages, setLanguages }: KnownProps) {
  const { staff } = useApp();
  const problem = staff.problem.value;
  const { problems } = settingsWords;
  const { skillsMax, languagesMax } = staff.limits;
  return (
    <>
      <EntryField
        label={settingsWords.people.skills}
        hint={settingsWords.people.skillsHint}
        value={skills}
        onInput={setSkills}
        fault={isIn(problem, 'skills') ? problems.skills(skillsMax) : null}
      />
      <EntryField
        label={settingsWords.people.languages}
        hint={settingsWords.people.languagesHint}
        value={languages}
        onInput={setLanguages}
        fault={isIn(problem, 'languages') ? problems.languages(languagesMax) : null}
      />
    </>
  );
}

interface DepartmentsProps {
  chosen: StaffMember['departments'];
  onChange(chosen: StaffMember['departments']): void;
}

function Departments({ chosen, onChange }: DepartmentsProps) {
  const { staff } = useApp();
  const state = staff.departments.state.value;
  const all = state.status === 'ready' ? state.value : [];
  if (all.length === 0) return null;
  const toggle = (departmentId: string, into: boolean) => {
    const rest = chosen.filter((one) => one.departmentId !== departmentId);
    onChange(into ? [...rest, { departmentId, capacity: null }] : rest);
  };
  return (
    <fieldset class="checks">
      <legend>{settingsWords.people.departments}</legend>
      <p class="field-hint">{settingsWords.people.departmentsHint}</p>
      {all.map(({ id, name }) => (
        <label key={id} class="check">
          <input
            type="checkbox"
            checked={chosen.some((one) => one.departmentId === id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
          <span dir="auto">{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function NewPassword({ member }: { member: StaffMember }) {
  const { staff } = useApp();
  const [password, setPassword] = useState('');
  const { passwordMin, passwordMax } = staff.limits;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await staff.setPassword(member.id, password)) setPassword('');
  };
  return (
    <details class="more">
      <summary>{settingsWords.people.setPassword}</summary>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <EntryField
          label={settingsWords.people.newPassword}
          hint={`${settingsWords.people.passwordHint(passwordMin, passwordMax)} ${settingsWords.people.passwordEnds}`}
          type="password"
          value={password}
          onInput={setPassword}
          required
        />
        <SaveRow name={settingsWords.people.setPassword} mine />
      </form>
    </details>
  );
}
