import type { Command } from '../model/commands.ts';
import type { Thread } from '../model/thread.ts';
import { useDesk } from './context.ts';
import { focusBox } from './pane-of.ts';
import { strings } from './strings.ts';
import { commandWords } from './strings-of-commands.ts';
import { useCommands } from './use-commands.ts';

type Mode = 'reply' | 'note';

/** To the boxes from wherever somebody is, and what keys do inside them; the boxes hear those by themselves. */
export function useWriteCommands(thread: Thread, notes: boolean): void {
  const breaks = useDesk().composing.enterBreaks.value;
  useCommands(
    () => [...waysIn(thread, notes), ...insideBoxes(thread, breaks).filter(({ id }) => notes || id !== MENTION)],
    [thread, notes, breaks],
  );
}

const MENTION = 'composer:mention';
const words = () => commandWords.write;

function waysIn({ id: conversationId, mode, barrier }: Thread, notes: boolean): Command[] {
  const write = (to: Mode) => {
    // The box of the other side takes the focus when it comes.
    mode.value = to;
    focusBox(conversationId);
  };
  const reply: Command = {
    ...{ id: 'thread:reply', group: 'thread', keys: 'r', name: () => words().reply },
    ...{ applies: () => barrier.peek() === null, run: () => write('reply') },
  };
  if (!notes) return [reply];
  const change = () => write(mode.peek() === 'note' ? 'reply' : 'note');
  return [
    reply,
    { id: 'thread:note', group: 'thread', keys: 'n', name: () => words().note, run: () => write('note') },
    // Also while somebody writes; each side keeps its own text.
    { id: 'composer:mode', group: 'composer', keys: 'alt+n', name: () => words().change, run: change },
  ];
}

/** For the sheet: what the boxes hear by themselves. */
function insideBoxes({ mode, barrier }: Thread, breaks: boolean): Command[] {
  const isReply = () => barrier.peek() === null && mode.peek() === 'reply';
  const isNote = () => mode.peek() === 'note';
  const inBox = (id: string, keys: string, name: () => string, applies = () => isReply() || isNote()): Command => {
    return { id, group: 'composer', keys, name, applies, heardElsewhere: true, run: () => {} };
  };
  return [
    inBox('composer:send', breaks ? 'mod+enter' : 'enter', () => strings.thread.send),
    inBox('composer:line', breaks ? 'enter' : 'shift+enter', () => words().line),
    inBox('composer:replies', '/', () => words().replies, isReply),
    inBox(MENTION, '@', () => words().mention, isNote),
  ];
}
