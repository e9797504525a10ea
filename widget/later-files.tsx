import { chosenFiles, drawPicture } from '../protocol/browser/chosen-files.ts';
import { Uploads } from '../protocol/client/uploads.ts';
import { FILES_CHOSEN_MAX } from '../protocol/wire/limits.ts';
import { filePorts } from './browser/file-ports.ts';
import { newClientId } from './browser/ids.ts';
import type { Chat } from './model/chat-view.ts';
import { createView, css, words } from './ui/files.tsx';

/** The composition root of a later part: files (F1–F8). */
export function createPart(chat: Chat, origin: string, site: string) {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const ports = filePorts(origin, site, chat.token);
  const uploads = new Uploads({
    ...ports,
    newClientId,
    conversationId: () => chat.timeline.peek()?.conversationId,
    page: chat.where,
    changed,
  });
  const View = createView({
    ...ports,
    uploads,
    chosenMax: FILES_CHOSEN_MAX,
    draw: drawPicture,
    chosen: (files) => chosenFiles(files as Iterable<File>),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async readRules() {
      const answer = await chat.ask('files:read', {});
      if (!answer.ok) return;
      uploads.rules = answer.value;
      changed();
    },
  });
  return { View, css, words };
}
