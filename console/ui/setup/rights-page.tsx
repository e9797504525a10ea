import { useEffect } from 'preact/hooks';
import type { StaffMember } from '../../../protocol/wire/departments.ts';
import type { Permission } from '../../../protocol/wire/permissions.ts';
import type { TeamRole } from '../../../protocol/wire/roles.ts';
import { useApp, useDesk } from '../context.ts';
import { CheckIcon } from '../icons.tsx';
import { markOfRole } from '../mark-of-role.ts';
import { nameOfRole } from '../name-of-role.ts';
import { Skeleton } from '../skeleton.tsx';
import { rightWords as words } from '../strings-of-rights.ts';
import { TableScroll } from '../table-scroll.tsx';
import { OwnRoles } from './own-roles.tsx';
import '../styles/setup.css';

/** Who may do what (T1, T19), from the very table that the relay goes by; owners switch single rights. */
export function RightsPage() {
  const { roles } = useApp();
  const desk = useDesk();
  useEffect(() => void roles.load(), [roles]);
  const status = roles.state.value;
  const mayWrite = desk.may('roles:write');
  return (
    <>
      <section class="card form" aria-labelledby="rights-title">
        <h2 id="rights-title">{words.title}</h2>
        <p class="quiet">{words.hint}</p>
        {mayWrite && <p>{words.ownerHint}</p>}
        {status === 'failed' && (
          <p class="problem" role="alert">
            {words.notLoaded}{' '}
            <button type="button" class="button button-small" onClick={() => void roles.load()}>
              {words.again}
            </button>
          </p>
        )}
        {status === 'ready' ? <Table mayWrite={mayWrite} /> : status !== 'failed' && <Skeleton rows={6} kind="rows" />}
        <Said />
        <p>{words.manage}</p>
        <p>{words.viewer}</p>
      </section>
      {status === 'ready' && mayWrite && <OwnRoles />}
    </>
  );
}

/** One place for what became of the last press, so that it is read out without a jump. */
function Said() {
  const { roles } = useApp();
  const problem = roles.problem.value;
  return (
    <>
      <p class="done" role="status">
        {roles.saving.value ? words.saving : roles.saved.value && words.saved}
      </p>
      <p class="problem" role="alert">
        {problem && (problem.field === 'name' ? words.nameWrong(roles.limits.nameMax) : words.failed)}
      </p>
    </>
  );
}

function Table({ mayWrite }: { mayWrite: boolean }) {
  const { roles } = useApp();
  const desk = useDesk();
  const counts = useCounts(desk.may('people:write'));
  const mine = desk.me.roleId ?? desk.me.role;
  const list = roles.list();
  return (
    <TableScroll label={words.right}>
      <table class="rights">
        <thead>
          <tr>
            <th scope="col">{words.right}</th>
            {list.map((role) => (
              <th key={role.id} scope="col" class={role.id === mine ? 'rights-own' : undefined}>
                <span dir="auto">{nameOfRole(role)}</span>
                {role.id === mine && <span class="rights-note">{words.own}</span>}
                {counts && <span class="rights-note">{words.people(counts.get(role.id) ?? 0)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roles.rights.map((right) => (
            <tr key={right}>
              <th scope="row">{words.rights[right]}</th>
              {list.map((role) => (
                <td key={role.id} class={role.id === mine ? 'rights-own' : undefined}>
                  {mayWrite && roles.isOpen(role, right) ? (
                    <Switch role={role} right={right} />
                  ) : (
                    <Fixed yes={roles.may(role, right)} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Switch({ role, right }: { role: TeamRole; right: Permission }) {
  const { roles } = useApp();
  const on = roles.may(role, right);
  return (
    <label class="rights-switch">
      <input
        type="checkbox"
        checked={on}
        aria-label={words.rightOf(words.rights[right], nameOfRole(role))}
        onChange={async (event) => {
          const box = event.currentTarget;
          // What the relay did not take is not shown as if it had.
          if (!(await roles.switch(role, right, box.checked, markOfRole))) box.checked = on;
        }}
      />
    </label>
  );
}

const Fixed = ({ yes }: { yes: boolean }) =>
  yes ? (
    <>
      <CheckIcon size={18} />
      <span class="visually-hidden">{words.may}</span>
    </>
  ) : (
    <>
      <span aria-hidden="true">–</span>
      <span class="visually-hidden">{words.mayNot}</span>
    </>
  );

function useCounts(mayAsk: boolean): Map<string, number> | null {
  const { staff } = useApp();
  useEffect(() => {
    if (mayAsk) staff.load();
  }, [staff, mayAsk]);
  const people = staff.people.state.value;
  return mayAsk && people.status === 'ready' ? countRoles(people.value) : null;
}

function countRoles(people: readonly StaffMember[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { role, roleId } of people) counts.set(roleId ?? role, (counts.get(roleId ?? role) ?? 0) + 1);
  return counts;
}
