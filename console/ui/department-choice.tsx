import { Choice } from './choice.tsx';
import { useApp } from './context.ts';
import { settingsWords as words } from './strings-of-settings.ts';

interface Props {
  label: string;
  /** Empty: none. */
  value: string;
  /** What none means here. */
  none: string;
  /** Nothing is drawn where there is nothing to choose. */
  optional?: boolean;
  onChange(departmentId: string): void;
}

/** One of the departments. What was removed after it had been chosen is said, and stays until something else is chosen (T21). */
export function DepartmentChoice({ label, value, none, optional = false, onChange }: Props) {
  const { staff } = useApp();
  const state = staff.departments.state.value;
  const all = state.status === 'ready' ? state.value : [];
  const isKnown = value === '' || all.some(({ id }) => id === value);
  if (optional && value === '' && all.length === 0) return null;
  return (
    <Choice
      label={label}
      value={value}
      options={[
        ['', none],
        ...all.map(({ id, name }) => [id, name] as const),
        // Until the departments are there nobody knows; then it is one that is gone.
        ...(isKnown ? [] : [[value, state.status === 'ready' ? words.removedDepartment : '…'] as const]),
      ]}
      onChange={onChange}
    />
  );
}
