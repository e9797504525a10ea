/**
 * What is told in Chromium only, and why: everything else of test/browser is told in Firefox too (`npm run test:engines`).
 * `title` is a part of the test's title as it is written there; test/gate/only-chromium.test.ts holds the list to the stories.
 */
export interface OnlyChromium {
  file: string;
  title: string;
  because: string;
}

const KILLED = 'A tab is killed by Chromium’s protocol; Firefox’s has no word for it.';

export const ONLY_CHROMIUM: readonly OnlyChromium[] = [
  {
    file: 'console-outbox',
    title: 'consoles killed in the very turn of Enter: all is sent once, in order',
    because: KILLED,
  },
  {
    file: 'tab-killed',
    title: 'P7 a tab killed ten times with unsent messages: all are sent once, in order',
    because: KILLED,
  },
  {
    file: 'widget-tabs',
    title: 'W8 a tab that is killed with an unsent message: the next page sends it, once',
    because: KILLED,
  },
  {
    file: 'widget-outbox',
    title: 'tabs killed in the very turn of Enter: all is sent once, in order',
    because: KILLED,
  },
  {
    file: 'widget-outbox',
    title: 'P8 when the tab that sends hangs or dies, another one sends within 2 s',
    because: KILLED,
  },
  {
    file: 'widget-outbox',
    title: 'W8 a whole browser that is killed right after Enter has kept the message',
    because: 'It starts a Chromium of its own with a folder that outlives it, and kills it by its number.',
  },
  {
    file: 'notices',
    title:
      'NT1, NT4, KB4 the worker shows what is pushed while nobody looks, and leads to it; the palette by keys alone',
    because: 'A push is handed to the worker by Chromium’s protocol; otherwise it comes from the maker’s servers only.',
  },
  {
    file: 'widget-isolated',
    title: 'W32 P25 isolated: the whole chat, by keyboard, with nothing of it in the page',
    because:
      'Keys that are asked for by Firefox’s protocol reach the page only, not a frame of another site that has the focus.',
  },
  {
    file: 'widget-languages',
    title:
      'W33 the bell speaks the browser’s language before anything is fetched, and says so when the panel does not come',
    because: 'The extended-support release cannot be told by its protocol which language to ask for.',
  },
  {
    file: 'files',
    title: 'F1 by button, paste and drop; drawn under a strict policy, saved, and what is wrong is said',
    because: 'The extended-support release does not tell by its protocol that a file was saved.',
  },
  {
    file: 'files',
    title: 'F1 an agent sees what was sent, and sends by button, paste and drop',
    because: 'The extended-support release does not tell by its protocol that a file was saved.',
  },
  {
    file: 'widget-outbox',
    title: 'P8 on a plain http page, without locks: tabs share what is unsent, and a dead one’s words go out once',
    because: KILLED,
  },
  {
    file: 'widget-hostile',
    title: 'W5 no page, however hostile, prints the chat',
    because: 'The extended-support release cannot be told by its protocol to draw for paper.',
  },
  {
    file: 'widget-roads',
    title: 'W17 a page that is frozen lets another tab send, and catches up when it wakes',
    because: 'A page is frozen by Chromium’s protocol, and Firefox freezes none.',
  },
  {
    file: 'widget-roads',
    title: 'P5 offline is believed at once, and online means: now',
    because: 'The extended-support release cannot be taken offline by its protocol.',
  },
  {
    file: 'widget-identity',
    title: 'I5 what the last person had not sent is not sent by the next',
    because: 'The extended-support release cannot be taken offline by its protocol.',
  },
  {
    file: 'widget-api',
    title: 'W4 W18 destroy takes every listener, timer, observer and global along, also those of the library below',
    because: 'In Firefox Playwright’s own listeners stand in the page’s world and would be counted.',
  },
];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Fits the name of a story as Playwright writes it, its file before its title. */
export const onlyChromium = new RegExp(
  ONLY_CHROMIUM.map(({ file, title }) => `${escaped(`${file}.spec.ts`)} .*${escaped(title)}$`).join('|'),
);

export const isTold = (story: string): boolean => !onlyChromium.test(story);
