import { render } from 'preact';
import { adoptSheets } from '../../widget/browser/sheets.ts';
import bell from '../../widget/embed/launcher.css?inline';
import { charsLeft, isSendable } from '../../widget/model/text.ts';
import { createFormats } from '../../widget/ui/formats.ts';
import { Panel } from '../../widget/ui/panel.tsx';
import { styles } from '../../widget/ui/styles.ts';
import { createViews } from '../../widget/ui/views.ts';
import { cannedChat, MORNING } from './canned-chat.ts';
import { stories } from './widget-stories.ts';

type Theme = 'light' | 'dark';
type Direction = 'ltr' | 'rtl';

/** The panel stands in the page instead of floating over it. */
const STANDING = `
:host { position: relative !important; inset: auto !important; z-index: auto !important; }
.panel { position: static; animation: none; }`;
const SMALL = '@media (min-width: 480px) { .panel { height: 600px; } }';

/** The viewer's own scheme is put aside: both are shown side by side. */
function inTheme(css: string, theme: Theme): string {
  return css.replaceAll(/\(prefers-color-scheme: ?dark\)/g, theme === 'dark' ? 'all' : 'not all');
}

function draw(place: HTMLElement, name: string, theme: Theme, direction: Direction): void {
  const host = document.createElement('deskbell-chat');
  host.dir = direction;
  // In the page before anything is drawn in it: the text box measures itself.
  place.append(host);
  const root = host.attachShadow({ mode: 'open' });
  adoptSheets(root, [...[bell, ...styles].map((css) => inTheme(css, theme)), STANDING, SMALL]);
  const chat = cannedChat(stories[name] ?? {});
  const formats = createFormats('en-GB', () => MORNING + 3_600_000);
  const views = createViews((_texts, css = '') => adoptSheets(root, [inTheme(css, theme)]));
  render(
    <Panel
      chat={chat}
      formats={formats}
      rules={{ charsLeft, isSendable }}
      views={views}
      copy={() => {}}
      onClose={() => {}}
    />,
    root,
  );
}

function show(names: string[], variants: [Theme, Direction][]): void {
  const place = document.querySelector('#states');
  for (const name of names) {
    const section = document.createElement('section');
    section.className = 'state';
    section.id = name;
    const title = document.createElement('h2');
    title.textContent = name;
    const row = document.createElement('div');
    row.className = 'variants';
    section.append(title, row);
    place?.append(section);
    for (const [theme, direction] of variants) draw(row, name, theme, direction);
  }
  document.activeElement?.shadowRoot?.querySelector<HTMLElement>(':focus')?.blur();
}

const asked = new URLSearchParams(location.search);
const only = asked.get('only');
document.body.classList.toggle('alone', only !== null);
if (only) {
  const theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
  show([only], [[theme, asked.get('dir') === 'rtl' ? 'rtl' : 'ltr']]);
} else {
  show(Object.keys(stories), [
    ['light', 'ltr'],
    ['dark', 'ltr'],
    ['light', 'rtl'],
  ]);
}
