import { useEffect } from 'preact/hooks';
import type { StaffMember } from '../../protocol/wire/departments.ts';
import { useApp } from './context.ts';
import { CsvLink } from './csv-link.tsx';
import { roleOf } from './name-of-role.ts';
import { NotLoaded } from './not-loaded.tsx';
import { PersonAdd } from './person-add.tsx';
import { PersonEdit } from './person-edit.tsx';
import { Skeleton } from './skeleton.tsx';
import { settingsWords } from './strings-of-settings.ts';
import { useOpenForm } from './use-record.ts';

/** Everybody of the team, one line each; a press opens the form. */
export function SettingsPeople() {
  const { staff, roles } = useApp();
  const [open, setOpen] = useOpenForm('person');
  useEffect(() => {
    staff.load();
    void roles.load();
  }, [staff, roles]);
  const state = staff.people.state.value;
  const people = state.status === 'ready' ? state.value : null;
  return (
    <>
      <section class="card" aria-labelledby="people-title">
        <h2 id="people-title">{settingsWords.people.title}</h2>
        <p class="quiet">{settingsWords.people.hint}</p>
        {state.status === 'failed' && <NotLoaded text={settingsWords.failed} onRetry={() => staff.load()} />}
        {!people && state.status !== 'failed' && <Skeleton rows={3} kind="rows" />}
        {people && (
          <ul class="lines">
            {people.map((member) => (
              <li key={member.id}>
                {open === member.id ? (
                  <PersonEdit member={member} onClose={() => setOpen(null)} />
                ) : (
                  <Line member={member} onEdit={() => setOpen(member.id)} />
                )}
              </li>
            ))}
          </ul>
        )}
        <p class="done" role="status">
          {open === null && staff.saved.value && settingsWords.saved}
        </p>
        {people && <CsvLink path="staff?bom=1" of={settingsWords.people.title} />}
      </section>
      <PersonAdd />
    </>
  );
}

/** The dot stands between the two, whatever way each is read. */
function More({ of }: { of: string[] }) {
  if (of.length === 0) return null;
  return (
    <>
      {' · '}
      <bdi>{of.join(', ')}</bdi>
    </>
  );
}

function Line({ member, onEdit }: { member: StaffMember; onEdit(): void }) {
  const { staff } = useApp();
  const state = staff.departments.state.value;
  const departments = state.status === 'ready' ? state.value : [];
  const names = departments
    .filter((one) => member.departments.some(({ departmentId }) => departmentId === one.id))
    .map((one) => one.name);
  const knows = [...member.skills.map(({ skill, level }) => `${skill} ${level}`), ...member.languages];
  return (
    <div class="line">
      <span class="line-name">
        <strong dir="auto">{member.name}</strong>
        <span class="quiet" dir="ltr">
          {member.email}
        </span>
      </span>
      <span class="line-more">
        <bdi>{roleOf(member)}</bdi> · {settingsWords.people.load(member.capacity)}
        <More of={names} />
        <More of={knows} />
      </span>
      <button type="button" class="button button-small" aria-label={settingsWords.edit(member.name)} onClick={onEdit}>
        {settingsWords.edit('').trim()}
      </button>
    </div>
  );
}
