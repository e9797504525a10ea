import { FACES_ASKED_MAX } from '../protocol/wire/limits.ts';
import { createDrawFace } from './browser/face-ports.ts';
import type { Chat } from './model/chat-view.ts';
import { createFaces } from './model/faces.ts';
import { createView, css, words } from './ui/face.tsx';

/** The composition root of a later part: pictures and titles of agents (W31). */
export function createPart(chat: Chat, origin: string, site: string) {
  const faces = createFaces((agentIds) => chat.ask('agent:faces', { agentIds }), FACES_ASKED_MAX);
  return { View: createView({ ...faces, draw: createDrawFace(origin, site, chat.token) }), css, words };
}
