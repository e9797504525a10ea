/**
 * What is told in Chromium only, and why: everything else of test/browser is told in Firefox too (`npm run test:engines`).
 * `title` is a part of the test's title as it is written there; test/gate/only-chromium.test.ts holds the list to the stories.
 */
export interface OnlyChromium {
  file: string;
  title: string;
  because: string;
}

export const ONLY_CHROMIUM: readonly OnlyChromium[] = [
  {
    file: 'widget-outbox',
    title: 'W8 a whole browser that is killed as soon as its database has the message has kept it',
    because: 'It starts a Chromium of its own with a folder that outlives it, and kills it by its number.',
  },
  {
    file: 'notices',
    title:
      'NT1, NT4, KB4 the worker shows what is pushed while nobody looks, and leads to it; the palette by keys alone',
    because: 'A push is handed to the worker by Chromium’s protocol; otherwise it comes from the maker’s servers only.',
  },
  {
    file: 'widget-spoken',
    title: 'W1 W14 as a screen reader is told it: steps 1 to 7 of the written script',
    because: 'The tree that a screen reader reads is told by Chromium’s protocol alone.',
  },
  {
    file: 'widget-spoken',
    title: 'W1 W14 as a screen reader is told it: steps 8, 12 and 14, signs, menu and the end',
    because: 'The tree that a screen reader reads is told by Chromium’s protocol alone.',
  },
  {
    file: 'widget-spoken',
    title: 'W1 W14 as a screen reader is told it: step 9, nobody is there and the address is wrong',
    because: 'The tree that a screen reader reads is told by Chromium’s protocol alone.',
  },
];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Fits the name of a story as Playwright writes it, its file before its title. */
export const onlyChromium = new RegExp(
  ONLY_CHROMIUM.map(({ file, title }) => `${escaped(`${file}.spec.ts`)} .*${escaped(title)}$`).join('|'),
);

export const isTold = (story: string): boolean => !onlyChromium.test(story);
