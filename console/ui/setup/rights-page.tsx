import { useEffect } from 'preact/hooks';
import type { Role } from '../../../protocol/wire/model.ts';
import { useApp, useDesk } from '../context.ts';
import { CheckIcon } from '../icons.tsx';
import { strings } from '../strings.ts';
import { rightWords as words } from '../strings-of-rights.ts';
import { TableScroll } from '../table-scroll.tsx';
import '../styles/setup.css';

/** Who may do what (T1), from the very table that the relay goes by. */
export function RightsPage() {
  const { staff } = useApp();
  const desk = useDesk();
  const counts = useCounts(desk.may('people:write'));
  return (
    <section class="card form" aria-labelledby="rights-title">
      <h2 id="rights-title">{words.title}</h2>
      <p class="quiet">{words.hint}</p>
      <TableScroll label={words.right}>
        <table class="rights">
          <thead>
            <tr>
              <th scope="col">{words.right}</th>
              {staff.roles.map((role) => (
                <th key={role} scope="col" class={role === desk.me.role ? 'rights-own' : undefined}>
                  {strings.settings.roles[role]}
                  {role === desk.me.role && <span class="rights-note">{words.own}</span>}
                  {counts && <span class="rights-note">{words.people(counts[role] ?? 0)}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {staff.rights.map(([right, roles]) => (
              <tr key={right}>
                <th scope="row">{words.rights[right]}</th>
                {staff.roles.map((role) => (
                  <td key={role} class={role === desk.me.role ? 'rights-own' : undefined}>
                    {roles.includes(role) ? <Yes /> : <No />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p>{words.manage}</p>
      <p>{words.viewer}</p>
    </section>
  );
}

const Yes = () => (
  <>
    <CheckIcon size={18} />
    <span class="visually-hidden">{words.may}</span>
  </>
);

const No = () => (
  <>
    <span aria-hidden="true">–</span>
    <span class="visually-hidden">{words.mayNot}</span>
  </>
);

function useCounts(mayAsk: boolean): Partial<Record<Role, number>> | null {
  const { staff } = useApp();
  useEffect(() => {
    if (mayAsk) staff.load();
  }, [staff, mayAsk]);
  const people = staff.people.state.value;
  if (!mayAsk || people.status !== 'ready') return null;
  const counts: Partial<Record<Role, number>> = {};
  for (const { role } of people.value) counts[role] = (counts[role] ?? 0) + 1;
  return counts;
}
