import { useRef } from 'preact/hooks';
import type { CommandGroup } from '../model/commands.ts';
import { useCommands } from './use-commands.ts';

/** Something that a menu or a button offers here and now. */
interface KeyedChoice {
  /** Of the command: `thread:close`. */
  id: string;
  name: string;
  keys?: string;
  onChoose(): void;
}

/** What a menu or a button offers can be done by key and from the palette, too: from the same list, so that neither is ahead of the other (KB1). */
export function useChoiceCommands(group: CommandGroup, choices: readonly KeyedChoice[]): void {
  // They are made anew with each drawing; the commands stay as long as the same ones are offered.
  const latest = useRef(choices);
  latest.current = choices;
  const offered = choices.map(({ id }) => id).join(' ');
  useCommands(
    () =>
      latest.current.map(({ id, keys }) => {
        const now = () => latest.current.find((one) => one.id === id);
        return { id, group, name: () => now()?.name ?? '', run: () => now()?.onChoose(), ...(keys ? { keys } : {}) };
      }),
    [group, offered],
  );
}
