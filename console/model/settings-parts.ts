import { type ServiceHours, SITE_SETTINGS_DEFAULT, type SiteSettings } from '../../protocol/wire/settings.ts';

/** Settings as people name them: what two may change at once without being in each other's way. */
export type SettingsPart = keyof SiteSettings;

const PARTS = Object.keys(SITE_SETTINGS_DEFAULT) as SettingsPart[];

/** A department has hours only; the rest of the form is not shown for it. */
export function wholeOf(settings: Partial<SiteSettings> | ServiceHours): SiteSettings {
  return { ...SITE_SETTINGS_DEFAULT, ...settings };
}

/** By their text: both come from JSON, in the order of the one schema or of a spread over it. */
export function changedParts(before: SiteSettings, after: SiteSettings): SettingsPart[] {
  return PARTS.filter((part) => spell(before[part]) !== spell(after[part]));
}

/** `settings`, with those parts of `ours`. */
export function merge(settings: SiteSettings, ours: SiteSettings, parts: readonly SettingsPart[]): SiteSettings {
  return { ...settings, ...Object.fromEntries(parts.map((part) => [part, ours[part]])) };
}

/** The order of names says nothing. */
function spell(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );
}
