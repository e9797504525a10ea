import type { MountedPanel } from '../main.tsx';
import type { DeskbellApi, PanelModule } from './api.ts';
import { keepAttached } from './attach.ts';
import { type Config, hasConversation } from './config.ts';
import css from './launcher.css?inline';
import { createLauncher, createNote } from './launcher.ts';
import { strings } from './strings.ts';

/**
 * The bell on the page, and nothing else until somebody means it: hover and focus fetch the panel, a press opens it.
 * `load` fetches the panel's module; it is called again after a failure, with the number of failures so far.
 */
export function createDeskbell(config: Config, load: (failures: number) => Promise<PanelModule>): DeskbellApi {
  const { root, launcher, note, detach } = drawBell();
  let panel: MountedPanel | null = null;
  let loading: Promise<PanelModule> | null = null;
  let failures = 0;
  let wanted = false;
  let gone = false;

  const fetchPanel = () => {
    loading ??= load(failures);
    // A failed prefetch is nobody's business yet: the press tries again and says so.
    loading.catch(() => {
      loading = null;
      failures += 1;
    });
    return loading;
  };

  const mount = async () => {
    if (panel || gone) return;
    launcher.setAttribute('aria-busy', 'true');
    try {
      const { mount: mountPanel } = await fetchPanel();
      if (gone) return;
      say('');
      panel ??= mountPanel({ root, scriptUrl: config.scriptUrl, site: config.site, host: { launcher } });
      if (wanted) panel.open();
    } catch (error) {
      console.warn(error);
      if (wanted) say(strings.failed);
      wanted = false;
    }
    launcher.removeAttribute('aria-busy');
  };

  const say = (text: string) => {
    note.textContent = text;
    launcher.title = text;
  };

  const open = () => {
    wanted = true;
    if (panel) panel.open();
    else void mount();
  };
  const close = () => {
    wanted = false;
    panel?.close();
  };
  const toggle = () => ((panel?.isOpen() ?? wanted) ? close() : open());

  const prefetch = () => void fetchPanel().catch(() => {});
  launcher.addEventListener('pointerenter', prefetch);
  launcher.addEventListener('focus', prefetch);
  launcher.addEventListener('click', toggle);
  if (hasConversation(config.site)) void mount();

  return {
    open,
    close,
    toggle,
    destroy() {
      gone = true;
      panel?.destroy();
      detach();
    },
    getUnavailableReason() {
      if (gone) return 'destroyed';
      if (panel) return panel.reason();
      return failures > 0 ? 'load_failed' : null;
    },
  };
}

function drawBell() {
  const host = document.createElement('deskbell-chat');
  const root = host.attachShadow({ mode: 'open' });
  const launcher = createLauncher();
  const note = createNote();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.append(launcher, note);
  return { root, launcher, note, detach: keepAttached(host) };
}
