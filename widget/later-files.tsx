import { chosenFiles, drawPicture } from '../protocol/browser/chosen-files.ts';
import { cleanBytes } from '../protocol/client/clean-bytes.ts';
import { holdsMessage } from '../protocol/client/timeline.ts';
import { type UploadMark, Uploads } from '../protocol/client/uploads.ts';
import { spellJson } from '../protocol/kit/json.ts';
import { FILES_CHOSEN_MAX } from '../protocol/wire/limits.ts';
import { filePorts } from './browser/file-ports.ts';
import { newClientId } from './browser/ids.ts';
import { openShelf } from './browser/shelf.ts';
import type { Chat } from './model/chat-view.ts';
import { loadOnce } from './model/load-once.ts';
import type { ChatPorts } from './model/ports.ts';
import { sendWorked } from './model/send-worked.ts';
import { createView, css, words } from './ui/files.tsx';

/** The tab's own: what was on its way when its page was left. */
const KEPT = 'files';

/** The composition root of a later part: files (F1–F8). */
export function createPart(chat: Chat, origin: string, site: string, work: ChatPorts['work']) {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const gone = new AbortController();
  const ports = filePorts(origin, site, chat.token, gone.signal);
  const shelf = openShelf('sessionStorage', `deskbell:${site}:`);
  const uploads = new Uploads({
    ...ports,
    send: sendWorked(ports.send, work),
    clean: cleanBytes,
    newClientId,
    conversationId: () => chat.timeline.peek()?.conversationId,
    whose: chat.token,
    page: chat.where,
    changed,
    kept: {
      read: () => readMarks(shelf.read(KEPT)),
      write: (marks) => shelf.write(KEPT, marks.length > 0 ? spellJson(marks) : null),
    },
  });
  // Whoever never sends a file pays nothing for this.
  const { dispose } = chat;
  chat.dispose = () => {
    uploads.stop();
    gone.abort();
    dispose();
  };
  const View = createView({
    ...ports,
    // A message is drawn anew when the part for its options comes (W34), and when it was being edited.
    load: loadOnce(ports.load),
    uploads,
    isStored(clientId) {
      const timeline = chat.timeline.value;
      return timeline !== null && holdsMessage(timeline, clientId);
    },
    // What is still on its way is looked at with each of its parts.
    isOurs: ({ state, whose }) => state !== 'failed' || whose === undefined || whose === chat.token(),
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

/** What another program may have written there is nothing. */
function readMarks(text: string | null): UploadMark[] {
  try {
    const marks = JSON.parse(text ?? '[]') as Partial<UploadMark>[];
    return marks.map(({ clientId, name }) => ({ clientId: `${clientId}`, name: `${name}` }));
  } catch {
    return [];
  }
}
