import type { App } from '../model/app.ts';
import type { CommandGroup } from '../model/commands.ts';
import type { Desk } from '../model/desk.ts';
import type { PaletteItem } from '../model/palette.ts';
import { called, nameOf } from './called.ts';
import { openSettings } from './open-settings.ts';
import { viewsOf } from './palette-views.ts';
import { strings } from './strings.ts';
import { commandWords as words } from './strings-of-commands.ts';
import { ownSettingsWords } from './strings-of-own-settings.ts';

/** All that the palette finds: what can be done here, conversations and people by name, settings, colleagues (KB4). */
export function paletteItems(app: App, desk: Desk, query: string, onColleague: (id: string) => void): PaletteItem[] {
  return [
    ...commandsOf(app, desk),
    ...conversationsOf(app, desk),
    ...viewsOf(app, desk),
    ...pagesOf(app, desk),
    ...colleaguesOf(desk, onColleague),
    {
      id: 'find',
      kind: 'find',
      name: words.findAll(query.trim()),
      run: () => app.go({ name: 'find', text: query.trim() }),
    },
  ];
}

const ABOUT_A_CONVERSATION: readonly CommandGroup[] = ['thread', 'composer', 'people'];

function commandsOf(app: App, desk: Desk): PaletteItem[] {
  const here = desk.thread.value?.id ?? null;
  return app.commands
    .now()
    .filter(({ id, heardElsewhere }) => !heardElsewhere && id !== 'palette:show')
    .map(({ id, name, group, keys, run }): PaletteItem => {
      const of = ABOUT_A_CONVERSATION.includes(group) ? here : null;
      return { id, kind: 'command', name: name(), more: words.groups[group], keys, of, run };
    });
}

/** In the inbox's own order: who waits longest comes first. */
function conversationsOf(app: App, desk: Desk, servedBy?: string): PaletteItem[] {
  return desk.inbox
    .everything()
    .filter(({ summary }) => servedBy === undefined || summary.agent?.id === servedBy)
    .map(({ summary, section }): PaletteItem => {
      const { id, visitor } = summary;
      return {
        id: `conversation ${id}`,
        kind: 'conversation',
        name: nameOf(visitor),
        more: [strings.list.sections[section], visitor.email ? called(visitor.label) : '', summary.lastText]
          .filter(Boolean)
          .join(' · '),
        run: () => app.go({ name: 'inbox', conversationId: id }),
        // Nothing stands beside nothing.
        ...(desk.thread.value ? { beside: () => app.openBeside(id) } : {}),
      };
    });
}

function pagesOf(app: App, desk: Desk): PaletteItem[] {
  return openSettings(app, desk).map((page): PaletteItem => {
    return {
      id: `settings ${page}`,
      kind: 'page',
      name: ownSettingsWords.pages[page],
      more: ownSettingsWords.title,
      run: () => app.go({ name: 'settings', page }),
    };
  });
}

function colleaguesOf(desk: Desk, onColleague: (id: string) => void): PaletteItem[] {
  return desk.team.members.value
    .filter(({ id }) => id !== desk.me.id)
    .map(({ id, name, availability, present }): PaletteItem => {
      const isHere = present && availability === 'available';
      const more = `${words.colleague} · ${isHere ? strings.availability.available : strings.availability.away}`;
      return { id: `colleague ${id}`, kind: 'colleague', name, more, leadsOn: true, run: () => onColleague(id) };
    });
}

/** What there is to do about a colleague, and the conversations she has. */
export function colleagueItems(app: App, desk: Desk, id: string): PaletteItem[] {
  const name = desk.team.names.value.get(id) ?? '';
  const { hand, id: of } = desk.thread.value ?? {};
  const ask = (kind: 'transfer' | 'invite', label: string): PaletteItem => {
    const run = async () => {
      if (!(await hand?.askFor(kind, id, ''))) app.notice.refuse(hand?.refused.value ?? null);
    };
    return { id: `${kind} ${id}`, kind: 'command', name: label, of, run };
  };
  const asks = hand?.offered.value.passOn
    ? [ask('transfer', words.transferTo(name)), ask('invite', words.invite(name))]
    : [];
  return [...asks, ...conversationsOf(app, desk, id)];
}
