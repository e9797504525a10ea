import type { SettingsDraft } from '../model/settings-draft.ts';
import { useApp } from './context.ts';
import { spellFault } from './strings-of-hours.ts';

/** The relay names one field at a time, by its path in the settings; its box has this id. */
export const idOf = (field: string) => `of-${field}`;

/** What is left empty is said when somebody wants to save, not while she is on her way to it. */
const IS_EMPTY_FIRST = /\.(?:name|date)$/;

export function faultOf(draft: SettingsDraft): string | null {
  const refused = draft.problem.value;
  if (refused) return refused.error === 'invalid_payload' ? (refused.field ?? null) : null;
  const field = draft.look.fault.value?.field ?? null;
  return field !== null && IS_EMPTY_FIRST.test(field) && !draft.tried.value ? null : field;
}

/** Answers the words for one field where it is the wrong one. */
export function useFault(draft: SettingsDraft): (field: string, written: string) => string | null {
  const { service } = useApp();
  const fault = faultOf(draft);
  return (field, written) => (fault === field ? spellFault(field, written, service.limits) : null);
}
