import { type ServiceHours, SITE_SETTINGS_DEFAULT, type SiteSettings } from '../../protocol/wire/settings.ts';
import { isSame } from './is-same.ts';

/** Settings as people name them: what two may change at once without being in each other's way. */
export type SettingsPart = keyof SiteSettings;

const PARTS = Object.keys(SITE_SETTINGS_DEFAULT) as SettingsPart[];

/** A department has hours only; the rest of the form is not shown for it. */
export function wholeOf(settings: Partial<SiteSettings> | ServiceHours): SiteSettings {
  return { ...SITE_SETTINGS_DEFAULT, ...settings };
}

export function changedParts(before: SiteSettings, after: SiteSettings): SettingsPart[] {
  return PARTS.filter((part) => !isSame(before[part], after[part]));
}
