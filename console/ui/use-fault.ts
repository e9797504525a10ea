import type { ServiceSettings } from '../model/service-settings.ts';
import type { SettingsDraft } from '../model/settings-draft.ts';
import { useApp } from './context.ts';
import { spellFileFault } from './strings-of-file-settings.ts';
import { spellFrontFault } from './strings-of-front-settings.ts';
import { spellHoursFault } from './strings-of-hours.ts';
import { spellLookFault } from './strings-of-look.ts';
import { spellProactiveFault } from './strings-of-proactive.ts';

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

/** The same where one box stands for a list: the relay names the item. */
export function useFaultWithin(draft: SettingsDraft): (field: string) => string | null {
  const { service } = useApp();
  const fault = faultOf(draft);
  return (field) => (fault === field || fault?.startsWith(`${field}.`) ? spellFault(fault, '', service.limits) : null);
}

/** The box of a field, or of the list that it is part of. */
export function findBox(field: string): HTMLElement | null {
  const box = document.getElementById(idOf(field));
  const parent = field.slice(0, Math.max(0, field.lastIndexOf('.')));
  return box ?? (parent ? findBox(parent) : null);
}

function spellFault(field: string, written: string, limits: ServiceSettings['limits']): string {
  if (field.startsWith('front')) return spellFrontFault(field, limits);
  if (field.startsWith('proactive')) return spellProactiveFault(field, limits);
  if (field.startsWith('look')) return spellLookFault(field);
  if (field.startsWith('files')) return spellFileFault(field, limits);
  return spellHoursFault(field, written, limits);
}
