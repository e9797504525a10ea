import { choicesIn } from '../protocol/wire/choices.ts';
import { newClientId } from './browser/ids.ts';
import type { Chat } from './model/chat-view.ts';
import { createRevising } from './model/revising.ts';
import { createView, css, words } from './ui/amended.tsx';

/** The composition root of a later part: messages that were changed or answer one another, and what may be done with one (W34). */
export function createPart(chat: Chat) {
  return { View: createView(createRevising(chat, newClientId), choicesIn), css, words };
}
