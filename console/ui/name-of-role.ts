import type { Role } from '../../protocol/wire/model.ts';
import { strings } from './strings.ts';

/** The owners' word for a role of theirs; ours, in the person's language, for the five. */
export function nameOfRole({ id, base, name }: { id: string; base: Role; name: string }): string {
  return id === base ? strings.settings.roles[base] : name;
}

export function roleOf({ role, roleName }: { role: Role; roleName?: string | undefined }): string {
  return roleName ?? strings.settings.roles[role];
}
