import { signal } from '@preact/signals';
import type { Chosen, Upload, Uploads } from '../../protocol/client/uploads.ts';
import { choicesIn } from '../../protocol/wire/choices.ts';
import type { FileRules } from '../../protocol/wire/files.ts';
import type { Chat } from '../../widget/model/chat-view.ts';
import { createRevising } from '../../widget/model/revising.ts';
import { createView as createAmendedView } from '../../widget/ui/amended.tsx';
import { amendedStrings } from '../../widget/ui/amended-strings.ts';
import { createView as createFaceView } from '../../widget/ui/face.tsx';
import { fileStrings } from '../../widget/ui/file-strings.ts';
import { createView as createFilesView } from '../../widget/ui/files.tsx';
import { createView as createOwnView } from '../../widget/ui/own.tsx';
import { ownStrings } from '../../widget/ui/own-strings.ts';
import { createView as createPreviewView } from '../../widget/ui/preview.tsx';
import { previewStrings } from '../../widget/ui/preview-strings.ts';
import amendedCss from '../../widget/ui/styles/amended.css?inline';
import faceCss from '../../widget/ui/styles/face.css?inline';
import filesCss from '../../widget/ui/styles/files.css?inline';
import ownCss from '../../widget/ui/styles/own.css?inline';
import previewCss from '../../widget/ui/styles/preview.css?inline';

/** Later parts that need a relay, with somebody who always answers the same. */

const RULES: FileRules = { on: true, bytesMax: 10_485_760, kinds: ['image', 'document', 'archive'] };
const nothing = () => {};

function upload(name: string, bytes: number, more: Partial<Upload>): Upload {
  const file: Chosen = { name, bytes, type: '', read: async () => new Uint8Array(0), draw: async () => false };
  return { clientId: name, file, state: 'sending', done: 0, ...more };
}

const ON_THEIR_WAY = [
  upload('glaze-close-up-from-the-window-in-the-morning.jpg', 3_200_000, { done: 0.42 }),
  upload('order.pdf', 120_000, { state: 'waiting' }),
  upload('receipt.pdf', 0, { state: 'failed', error: 'lost' }),
  upload('firing.mov', 52_000_000, { state: 'failed', error: 'too_large' }),
];

/** `busy`: with files on their way. */
export function cannedFiles(busy: boolean) {
  const uploads = { list: busy ? ON_THEIR_WAY : [], rules: RULES, add: nothing, remove: nothing, retry: nothing };
  const View = createFilesView({
    ...{
      uploads: uploads as unknown as Uploads,
      chosenMax: 10,
      listen: () => nothing,
      readRules: nothing,
      save: nothing,
    },
    chosen: () => [],
    isStored: () => false,
    isOurs: () => true,
    load: async () => new Blob(),
    draw: async (_blob, canvas) => paint(canvas),
  });
  return { View, words: fileStrings, css: filesCss };
}

/** Whatever is offered, and nothing is done. */
export function cannedAmended(chat: Chat) {
  const revising = createRevising(chat, () => '');
  const View = createAmendedView(
    { ...revising, edit: async () => 'edit_closed', remove: async () => 'unavailable' },
    choicesIn,
  );
  return { View, words: amendedStrings, css: amendedCss };
}

/** Nothing is saved, and the relay never says whether it was erased. */
export const cannedOwn = {
  View: createOwnView({ download: async () => true, erase: async () => 'unavailable', leave: nothing }),
  words: ownStrings,
  css: ownCss,
};

/** An agent with this id has a picture and a title. */
export const AGENT_WITH_FACE = 'with-face';

export const cannedFace = {
  View: createFaceView({
    faceOf: (agentId) =>
      agentId === AGENT_WITH_FACE ? { agentId, title: 'Glazes and firing', picture: 'p1' } : undefined,
    ask: () => nothing,
    draw: async (_id, canvas) => paint(canvas),
  }),
  words: {},
  css: faceCss,
};

/** Seen, and switched off as one likes. */
export const cannedPreview = {
  View: createPreviewView({ seen: signal(true), allow: nothing, start: () => nothing }),
  words: previewStrings,
  css: previewCss,
};

/** A person, or a jug, as one likes. */
async function paint(canvas: HTMLCanvasElement | null): Promise<boolean> {
  const pen = canvas?.getContext('2d');
  if (!canvas || !pen) return false;
  canvas.width = 160;
  canvas.height = 160;
  const shapes: [color: string, x: number, y: number, radius: number][] = [
    ['#d9a06b', 80, 80, 160],
    ['#6b3f24', 80, 62, 40],
    ['#f3cfae', 80, 70, 32],
    ['#2f5d62', 80, 170, 62],
  ];
  for (const [color, x, y, radius] of shapes) {
    pen.fillStyle = color;
    pen.beginPath();
    pen.arc(x, y, radius, 0, 7);
    pen.fill();
  }
  return true;
}
