import { useEffect } from 'preact/hooks';
import { Choice } from '../choice.tsx';
import { useApp } from '../context.ts';
import { reportWords as words } from '../strings-of-reports.ts';
import { usePlace } from './use-measures.ts';

/** Of which department the forecast is: all that there are, whether anybody came to them in the period or not. */
export function DepartmentChoice() {
  const app = useApp();
  const place = usePlace();
  useEffect(() => void app.staff.loadDepartments(), [app]);
  const state = app.staff.departments.state.value;
  const { department, ...rest } = place.only;
  const known = state.status === 'ready' ? state.value : [];
  // One that is gone by now stays in sight, so that it can be left.
  const isGone = department !== undefined && !known.some(({ id }) => id === department);
  if (known.length === 0 && !isGone) return null;
  return (
    <Choice
      label={words.splitNames.department}
      value={department ?? ''}
      options={[
        ['', words.all],
        ...known.map(({ id, name }) => [id, name] as const),
        ...(isGone ? [[department, department] as const] : []),
      ]}
      onChange={(id) => app.go({ ...place, only: id === '' ? rest : { ...rest, department: id }, which: null })}
    />
  );
}
