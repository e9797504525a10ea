import { mkdirSync, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Inside } from './firefox-inside.ts';

/** What is done to a tab or to the whole browser from within it. `tab` is the number that WebDriver BiDi gives a top window. */

/** Whoever knows the numbers: until Firefox 140 the manager of tabs, later (seen in 153) one of its own. */
const NUMBERS = `const manager = (name) => ChromeUtils.importESModule('chrome://remote/content/shared/' + name + '.sys.mjs')[name];
  const numbers = manager('TabManager').getBrowsingContextById ? manager('TabManager') : manager('NavigableManager');`;

const TAB = `${NUMBERS} const tab = numbers.getBrowsingContextById(given[0]);`;

const NO_BARS = `tab.topChromeWindow.document.getElementById('navigator-toolbox').hidden = true;`;

const SAVES_IN = `Services.prefs.setIntPref('browser.download.folderList', 2);
  Services.prefs.setStringPref('browser.download.dir', given[0]);`;

/** The next file that is whole: until then it stands there empty, with its beginning beside it. */
function savedIn(folder: string): Promise<string> {
  return new Promise((resolve) => {
    const look = () => {
      const names = readdirSync(folder);
      const paths = names.map((name) => join(folder, name));
      const whole = paths.find((path) => statSync(path, { throwIfNoEntry: false })?.size);
      if (!whole || names.some((name) => name.endsWith('.part'))) return;
      changes.close();
      resolve(whole);
    };
    const changes = watch(folder, look);
    look();
  });
}

const POINTS = `for (const which of ['primary', 'all']) Services.prefs.setIntPref('ui.' + which + 'PointerCapabilities', given[0]);`;
/** As Gecko counts them: a finger is coarse, a mouse is fine and hovers (playwright.config.ts). */
const [FINGER, MOUSE] = [1, 6];

const GOES_ROUND = `${TAB} const { focus } = Services;
  focus.clearFocus(tab.topChromeWindow);
  focus.moveFocus(tab.topChromeWindow, null, given[1] ? focus.MOVEFOCUS_BACKWARD : focus.MOVEFOCUS_FORWARD, focus.FLAG_BYKEY);`;

const FOCUSED = `${NUMBERS} const focused = Services.focus.focusedContentBrowsingContext;
  return focused && numbers.getIdForBrowsingContext(focused);`;

/** What is saved goes into the folder. */
export async function actsOf(inside: Inside, folder: string) {
  mkdirSync(folder, { recursive: true });
  await inside.run(SAVES_IN, folder);
  const processOf = async (tab: string) => Number(await inside.run(`${TAB} return tab.currentWindowGlobal.osPid`, tab));
  const run = async (body: string, ...given: unknown[]) => {
    await inside.run(body, ...given);
    return {};
  };
  return {
    /** As the menu's "Work offline": sockets that stand are cut too. */
    offline: (is: boolean) => run('Services.io.offline = given[0];', is),
    /** What it asks servers for, and offers to pages. */
    language: (code: string) => run(`Services.prefs.setStringPref('intl.accept_languages', given[0]);`, code),
    scheme: (tab: string, scheme: string) => run(`${TAB} tab.prefersColorSchemeOverride = given[1];`, tab, scheme),
    /**
     * Its window comes before all others. BiDi would wait for the one before to leave, which may hang. Its bars are away, as in Chromium without a
     * window: Tab would go on in them, and keys that are said to the page come to it all the same.
     */
    front: (tab: string) => run(`${TAB} ${NO_BARS} tab.topChromeWindow.focus();`, tab),
    /** The key Tab has left the page: it comes in again at the other end. */
    goRound: (tab: string, isBack: boolean) => run(GOES_ROUND, tab, isBack),
    /** As the system's wish for less motion, of the whole browser. */
    still: (is: boolean) => run(`Services.prefs.setIntPref('ui.prefersReducedMotion', given[0]);`, Number(is)),
    /** As on a device whose pointer is a finger, of the whole browser. */
    held: (is: boolean) => run(POINTS, is ? FINGER : MOUSE),
    /** Drawn as for paper. */
    print: (tab: string) => run(`${TAB} tab.mediumOverride = 'print';`, tab),
    /** Where the next file is, once it is saved. */
    saved: () => savedIn(folder),
    /** The window that has the focus: of a frame, where that has it. */
    focused: async () => (await inside.run(FOCUSED)) as string | null,
    /** Its process is killed as it stands, stopped, or let go on: each tab has one of its own (playwright.config.ts). */
    signal: async (tab: string, signal: NodeJS.Signals) => process.kill(await processOf(tab), signal),
  };
}

export type Acts = Awaited<ReturnType<typeof actsOf>>;

const NOTHING = { type: 'undefined' };

/** What a story can say to the browser (test/support/ask-browser.ts); answers as a page would. */
export function actFor(word: string, acts: Acts): ((tab: string) => Promise<object>) | undefined {
  const signal = (name: NodeJS.Signals) => (tab: string) => acts.signal(tab, name).then(() => NOTHING);
  const known: Record<string, (tab: string) => Promise<object>> = {
    still: () => acts.still(true).then(() => NOTHING),
    held: () => acts.held(true).then(() => NOTHING),
    print: (tab) => acts.print(tab).then(() => NOTHING),
    saved: () => acts.saved().then((value) => ({ type: 'string', value })),
    kill: signal('SIGKILL'),
    stop: signal('SIGSTOP'),
    goOn: signal('SIGCONT'),
  };
  return known[word];
}
