import { effect } from '@preact/signals';
import { render } from 'preact';
import { adoptSheets } from '../../widget/browser/sheets.ts';
import bell from '../../widget/embed/launcher.css?inline';
import { charsLeft, isSendable } from '../../widget/model/text.ts';
import { createFormats } from '../../widget/ui/formats.ts';
import { Panel } from '../../widget/ui/panel.tsx';
import { createWords, type Texts } from '../../widget/ui/speak.ts';
import { strings } from '../../widget/ui/strings.ts';
import { styles } from '../../widget/ui/styles.ts';
import { createViews } from '../../widget/ui/views.ts';
import { cannedChat, MORNING } from './canned-chat.ts';
import { cannedAmended, cannedFace, cannedFiles, cannedOwn, cannedPreview } from './canned-parts.ts';
import { stories as chatStories } from './widget-stories.ts';
import { storiesAround } from './widget-stories-around.ts';

const stories = { ...chatStories, ...storiesAround };

type Theme = 'light' | 'dark';

/** The panel stands in the page instead of floating over it. */
const STANDING = `
.place { position: static; display: block; max-width: none; max-height: none; }
:host { position: relative !important; inset: auto !important; z-index: auto !important; }
.panel { position: static; animation: none; container-type: normal; }`;
const SMALL = '.panel { height: 600px; }';

/** One language for the whole page: its texts are one. */
const asked = new URLSearchParams(location.search);
const only = asked.get('only');
const texts: Texts = { panel: strings };
const words = createWords({ locale: asked.get('lang') ?? 'en-GB' }, texts);

async function draw(place: HTMLElement, name: string, theme: Theme, locale: string): Promise<void> {
  const host = document.createElement('deskbell-chat');
  host.dir = strings.dir;
  // In the page before anything is drawn in it: the text box measures itself.
  place.append(host);
  const root = host.attachShadow({ mode: 'open' });
  host.style.setProperty('--scheme', theme);
  // Alone it stands as on a page.
  adoptSheets(root, [bell, ...styles, ...(only ? [] : [STANDING, SMALL])]);
  const spot = document.createElement('div');
  spot.className = 'place';
  root.append(spot);
  const canned = stories[name] ?? {};
  const chat = cannedChat(canned);
  const formats = createFormats(locale, () => MORNING + 3_600_000);
  const views = createViews(
    (group, own, css = '') => {
      texts[group] = own;
      words.put();
      adoptSheets(root, [css]);
    },
    async () => cannedFiles(canned.uploading === true),
    async () => cannedFace,
    async () => cannedAmended(chat),
    async () => cannedOwn,
    async () => cannedPreview,
  );
  render(
    <Panel
      chat={chat}
      formats={formats}
      rules={{ charsLeft, isSendable }}
      views={views}
      copy={() => {}}
      onClose={() => {}}
    />,
    spot,
  );
  // Whoever takes a picture wants all of it.
  for (const view of Object.values(views)) view.fetch();
  await Promise.all(Object.values(views).map(({ view }) => until(() => view.value !== null)));
  for (const selector of canned.press ?? []) {
    await nextPicture();
    // What is asked for first is drawn a few pictures later.
    for (let left = PICTURES_MAX; left > 0 && !spot.querySelector(selector); left -= 1) await nextPicture();
    const pressed = spot.querySelector<HTMLElement>(selector);
    if (!pressed) throw new Error(`${name}: there is no ${selector} to press.`);
    pressed.click();
  }
  await nextPicture();
  await nextPicture();
}

/** So many are waited for, for something to press. */
const PICTURES_MAX = 60;

const nextPicture = () => new Promise((resolve) => requestAnimationFrame(resolve));

function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!isSo()) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

async function show(names: string[], themes: Theme[], locale: string): Promise<void> {
  const place = document.querySelector('#states');
  const drawing = names.flatMap((name) => {
    const section = document.createElement('section');
    section.className = 'state';
    section.id = name;
    const title = document.createElement('h2');
    title.textContent = name;
    const row = document.createElement('div');
    row.className = 'variants';
    section.append(title, row);
    place?.append(section);
    return themes.map((theme) => draw(row, name, theme, locale));
  });
  // All at once: a state waits for pictures of its own, and a page of sixty draws each of them anew.
  await Promise.all(drawing);
  document.activeElement?.shadowRoot?.querySelector<HTMLElement>(':focus')?.blur();
}

const theme = asked.get('theme');
document.body.classList.toggle('alone', only !== null);
const locale = (await words.speak()) ?? 'en-GB';
document.documentElement.lang = strings.lang;
document.documentElement.dir = strings.dir;
const themes: Theme[] = only || theme ? [theme === 'dark' ? 'dark' : 'light'] : ['light', 'dark'];
document.body.dataset.states = Object.keys(stories).join(' ');
await show(only && only !== 'all' ? [only] : Object.keys(stories), themes, locale);
document.body.dataset.drawn = '';
