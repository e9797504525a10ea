import { ownPorts } from './browser/own-ports.ts';
import { openShelf } from './browser/shelf.ts';
import type { Chat } from './model/chat-view.ts';
import { gatherOwn } from './model/own-copy.ts';
import { createErasing } from './model/own-erase.ts';
import { createView, css, words } from './ui/own.tsx';

/** The composition root of a later part: what is kept of a visitor (J14, J15). */
export function createPart(chat: Chat, origin: string, site: string) {
  const { post, wait, now, save } = ownPorts(origin, site);
  const prefix = `deskbell:${site}:`;
  const shelves = [openShelf('localStorage', prefix), openShelf('sessionStorage', prefix)];
  const View = createView({
    ...createErasing({ chat, post, shelves }),
    async download(told) {
      const copy = await gatherOwn({ ask: chat.ask, wait, now, told, site: chat.siteName.peek() });
      if (copy) save(copy, words.fileName);
      return copy !== null;
    },
  });
  return { View, css, words };
}
