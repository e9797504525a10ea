import type { App } from '../model/app.ts';
import type { Command, CommandGroup } from '../model/commands.ts';
import type { Desk } from '../model/desk.ts';
import type { Route } from '../model/route.ts';
import { strings } from './strings.ts';
import { commandWords as words } from './strings-of-commands.ts';
import { followUpWords } from './strings-of-follow-ups.ts';

/** What can be done from every page. */
export function shellCommands(app: App, desk: Desk): Command[] {
  const go = (id: string, keys: string, name: () => string, to: Route, applies?: () => boolean): Command => {
    return { id: `go:${id}`, group: 'go', keys, name, run: () => app.go(to), ...(applies ? { applies } : {}) };
  };
  const { ring, availability } = desk;
  const isAway = () => availability.value.peek() === 'away';
  const serves = () => desk.may('conversation:serve');
  const anywhere: CommandGroup = 'anywhere';
  return [
    {
      id: 'palette:show',
      group: anywhere,
      keys: 'mod+k',
      name: () => words.palette.open,
      run: () => app.palette.show('palette'),
    },
    { id: 'keys:show', group: anywhere, keys: '?', name: () => words.keys.open, run: () => app.palette.show('keys') },
    {
      id: 'availability:toggle',
      group: anywhere,
      keys: 'alt+a',
      name: () => (isAway() ? strings.availability.becomeAvailable : words.becomeAway),
      applies: serves,
      run: async () => {
        if (!(await availability.set(isAway() ? 'available' : 'away'))) app.notice.show('not_set');
      },
    },
    {
      id: 'sound:toggle',
      group: anywhere,
      name: () => (ring.muted.peek() ? strings.sound.unmute : strings.sound.mute),
      run: () => ring.mute(!ring.muted.peek()),
    },
    { id: 'session:end', group: anywhere, name: () => strings.signOut, run: () => app.signOut() },
    go('inbox', 'g i', () => strings.nav.inbox, { name: 'inbox', conversationId: null }),
    go('visitors', 'g v', () => strings.nav.visitors, { name: 'visitors' }),
    go('find', 'g s', () => strings.nav.find, { name: 'find', text: '' }),
    go(
      'board',
      'g b',
      () => strings.nav.board,
      { name: 'board' },
      () => desk.may('board:read'),
    ),
    go('followups', 'g f', () => followUpWords.nav, { name: 'followups', view: 'open' }),
    go('reports', 'g r', () => strings.nav.reports, {
      ...{ name: 'reports', view: 'overview', period: 'today', only: {}, split: null, which: null },
    }),
    go('settings', 'g e', () => strings.nav.settings, { name: 'settings', page: 'account' }),
  ];
}
