import type { Permission } from '../../protocol/wire/permissions.ts';
import type { App } from '../model/app.ts';
import type { Desk } from '../model/desk.ts';
import type { SettingsPage } from '../model/route.ts';

/** What a page asks for, where that is less than all settings. */
const RIGHTS: Partial<Record<SettingsPage, Permission>> = {
  macros: 'macros:write',
  rights: 'board:read',
};

/** The pages of the settings that are open to me: my own to everybody, the team's to those who set it up. */
export function openSettings(app: App, desk: Desk): SettingsPage[] {
  const isOpen = (page: SettingsPage) => {
    if (page === 'account') return true;
    // Those of the team, or one's own (V4).
    if (page === 'replies') return desk.may('replies:write') || desk.may('conversation:serve');
    return desk.may(RIGHTS[page] ?? 'settings:write');
  };
  return app.settings.pages.filter(isOpen);
}
