import { useRef } from 'preact/hooks';
import type { Command } from '../../model/commands.ts';
import type { Listed } from '../../model/listed.ts';
import { useApp, useDesk } from '../context.ts';
import { besideWords } from '../strings-of-beside.ts';
import { inboxWords as words } from '../strings-of-inbox.ts';
import { useCommands } from '../use-commands.ts';

interface Parts {
  active(): number;
  focus(index: number): void;
  listed: Listed;
}

/** What the keyboard can do with the list from wherever the person is (U12); what only a row hears stands here for the sheet. */
export function useListCommands(parts: Parts): void {
  // The list moves many times a second; what can be done with it stays.
  const latest = useRef(parts);
  latest.current = parts;
  const app = useApp();
  const { lists, panes, thread } = useDesk();
  const isIn = () => document.activeElement?.matches('a.row, .row-choose') === true;
  const go = (step: number) => {
    const { active, focus, listed } = latest.current;
    const at = active();
    const to = isIn() ? at + step : at;
    if (to >= 0 && to < listed.length) focus(to);
  };
  const open = (step: number) => {
    const { listed } = latest.current;
    const here = thread.peek()?.id;
    const at = here === undefined ? -1 : listed.indexOf(here);
    const next = listed.at(at + step);
    if (next) app.go({ name: 'inbox', conversationId: next.id, list: lists.place.peek() });
  };
  const openBeside = () => {
    const { active, listed } = latest.current;
    const one = listed.at(active());
    if (one) void app.openBeside(one.id);
  };
  const choose = () => {
    const { active, listed } = latest.current;
    const one = listed.at(active());
    if (one) lists.selection.toggle(one.id);
  };
  const inbox = 'inbox' as const;
  useCommands((): Command[] => {
    const has = () => latest.current.listed.length > 0;
    return [
      { id: 'inbox:next', group: inbox, keys: 'j', name: () => words.keys.next, applies: has, run: () => go(1) },
      {
        id: 'inbox:previous',
        group: inbox,
        keys: 'k',
        name: () => words.keys.previous,
        applies: has,
        run: () => go(-1),
      },
      {
        id: 'inbox:open-next',
        group: inbox,
        keys: ']',
        name: () => words.keys.openNext,
        applies: has,
        run: () => open(1),
      },
      {
        ...{ id: 'inbox:open-previous', group: inbox, keys: '[', name: () => words.keys.openPrevious },
        ...{ applies: has, run: () => open(-1) },
      },
      { id: 'inbox:choose', group: inbox, keys: 'x', name: () => words.keys.choose, applies: has, run: choose },
      {
        ...{ id: 'inbox:beside', group: inbox, keys: 'b', applies: has, run: openBeside },
        name: () => (panes.hasRoom.value ? besideWords.open : `${besideWords.open}: ${besideWords.noRoom}`),
      },
      {
        ...{ id: 'inbox:choose-all', group: inbox, keys: 'mod+a', name: () => words.keys.all, heardElsewhere: true },
        ...{ applies: has, run: () => lists.selection.all() },
      },
      {
        ...{ id: 'inbox:choose-none', group: inbox, keys: 'escape', name: () => words.keys.none, heardElsewhere: true },
        ...{ applies: () => lists.selection.count.value > 0, run: () => lists.selection.clear() },
      },
    ];
  }, [lists]);
}
