import { useLayoutEffect } from 'preact/hooks';
import type { Command } from '../model/commands.ts';
import { useApp } from './context.ts';

/**
 * What can be done in this view, as long as it is on the screen: `useCommands(() => [{ id: 'thread:close', group: 'thread',
 * name: () => words.close, keys: 'e', run: () => … }], [thread])`. `of` as with effects: what the commands hold on to.
 */
export function useCommands(make: () => readonly Command[], of: readonly unknown[]): void {
  const { commands } = useApp();
  useLayoutEffect(() => commands.register(make()), [commands, ...of]);
}
