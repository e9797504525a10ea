import { tagOptionsOf } from '../protocol/wire/look.ts';
import type { PreviewSaid, PreviewTold } from '../protocol/wire/preview.ts';
import { OPEN } from '../widget/embed/strings.ts';
import { aloneStrings } from '../widget/ui/alone-strings.ts';
import { emailStrings } from '../widget/ui/email-strings.ts';
import { endedStrings } from '../widget/ui/ended-strings.ts';
import { eventStrings } from '../widget/ui/event-strings.ts';
import { failureStrings } from '../widget/ui/failure-strings.ts';
import { fileStrings } from '../widget/ui/file-strings.ts';
import { frontStrings } from '../widget/ui/front-strings.ts';
import { keepStrings } from '../widget/ui/keep-strings.ts';
import { menuStrings } from '../widget/ui/menu-strings.ts';
import { noticeStrings } from '../widget/ui/notice-strings.ts';
import { pastStrings } from '../widget/ui/past-strings.ts';
import { queueFullStrings } from '../widget/ui/queue-full-strings.ts';
import { ratingMoreStrings } from '../widget/ui/rating-more-strings.ts';
import { serviceStrings } from '../widget/ui/service-strings.ts';
import { strings } from '../widget/ui/strings.ts';
import { PaperSocket, paper } from './preview-relay.ts';

/** The page in the console's preview (Z12): the widget as this relay serves it, with what the owner is writing, and no relay behind it. */

const SITE = 'preview';
const GROUPS = [
  ...[strings, aloneStrings, emailStrings, endedStrings, eventStrings, failureStrings, fileStrings, frontStrings],
  ...[keepStrings, menuStrings, noticeStrings, pastStrings, queueFullStrings, ratingMoreStrings, serviceStrings],
];

/** By the names of the tag's attributes; a sentence about something has braces where that stands. */
function textsOf(group: object, prefix = 'text'): [string, string][] {
  return Object.entries(group).flatMap(([name, text]): [string, string][] => {
    const key = prefix + name.charAt(0).toUpperCase() + name.slice(1);
    if (name === 'lang' || name === 'dir') return [];
    if (typeof text === 'string') return [[key, text]];
    if (Array.isArray(text)) return [[key, text.join(' | ')]];
    if (typeof text === 'function') return spelled(key, text as (...about: string[]) => unknown);
    return text && typeof text === 'object' ? textsOf(text, key) : [];
  });
}

function spelled(key: string, text: (...about: string[]) => unknown): [string, string][] {
  try {
    const said = text('{1}', '{2}', '{3}');
    return typeof said === 'string' ? [[key, said]] : [];
  } catch {
    return [[key, key]];
  }
}

let wasOpen = true;
let tag: HTMLScriptElement | null = null;

/** Anew with each change: what a tag says is read when it comes. */
function show({ look, front, scheme, language }: PreviewTold): void {
  const chat = window.Deskbell;
  if (chat?.getState) wasOpen = chat.getState().open;
  chat?.destroy?.();
  tag?.remove();
  forget();
  paper.front = front;
  document.documentElement.style.colorScheme = scheme;
  document.documentElement.lang = language;
  document.documentElement.dir = ['ar', 'he'].includes(language) ? 'rtl' : 'ltr';
  tag = document.createElement('script');
  // In the frame's frame there would be a relay again; and a page's own button is not here.
  const { isolate: _, launcher: __, ...options } = tagOptionsOf(look);
  const theme = options.theme ?? scheme;
  Object.assign(tag.dataset, { ...options, theme, site: SITE });
  tag.src = '/deskbell.js';
  tag.addEventListener('load', () => wasOpen && window.Deskbell?.open());
  document.head.append(tag);
}

/** A preview begins afresh. */
function forget(): void {
  for (const store of [localStorage, sessionStorage])
    for (const key of Object.keys(store)) if (key.startsWith(`deskbell:${SITE}:`)) store.removeItem(key);
}

/** Who writes in the form beside it keeps the focus there. */
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (options) {
  if (document.hasFocus()) focus.call(this, options);
};
Object.defineProperty(window, 'WebSocket', { value: PaperSocket });

// Extensions and tools speak to the frames of a page as well.
addEventListener('message', ({ origin, source, data }: MessageEvent<PreviewTold | undefined>) => {
  if (origin === location.origin && source === parent && parent !== window && data?.look) show(data);
});
const texts = Object.fromEntries([['textOpenChat', OPEN], ...GROUPS.flatMap((group) => textsOf(group))]);
parent.postMessage({ texts } satisfies PreviewSaid, location.origin);
