import type { TeamRole } from '../../protocol/wire/roles.ts';
import { Choice } from './choice.tsx';
import { nameOfRole } from './name-of-role.ts';
import { settingsWords } from './strings-of-settings.ts';

interface Props {
  value: string;
  roles: readonly TeamRole[];
  onChange(role: TeamRole): void;
}

/** One of the roles that may be given, with what it does. */
export function RoleChoice({ value, roles, onChange }: Props) {
  return (
    <Choice
      label={settingsWords.people.role}
      value={value}
      options={roles.map((role) => [role.id, `${nameOfRole(role)} – ${settingsWords.roleHints[role.base]}`])}
      onChange={(next) => {
        const found = roles.find(({ id }) => id === next);
        if (found) onChange(found);
      }}
    />
  );
}

/** As the relay is told: the base, and the own role where it is one. */
export function roleIds({ id, base }: Pick<TeamRole, 'id' | 'base'>) {
  return { role: base, roleId: id === base ? null : id };
}
