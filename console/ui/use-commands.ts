import { useContext, useLayoutEffect } from 'preact/hooks';
import type { Command } from '../model/commands.ts';
import { PaneContext, useApp } from './context.ts';

/**
 * What can be done in this view, as long as it is on the screen: `useCommands(() => [{ id: 'thread:close', group: 'thread',
 * name: () => words.close, keys: 'e', run: () => … }], [thread])`. `of` as with effects: what the commands hold on to.
 */
export function useCommands(make: () => readonly Command[], of: readonly unknown[]): void {
  const { commands } = useApp();
  const pane = useContext(PaneContext);
  useLayoutEffect(() => commands.register(make(), pane), [commands, pane, ...of]);
}
