/** A close request of the system: on Android the back gesture, where the browser tells it apart from the history. */
interface CloseWatcher {
  onclose: (() => void) | null;
  destroy(): void;
}
type CloseWatcherMaker = new () => CloseWatcher;

/** While the panel fills a phone's screen: the keyboard takes from its height, and "back" closes it (W19). */
export function fillPhone(host: HTMLElement, close: () => void): () => void {
  const stops = [followKeyboard(host), takeBack(close)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Tells the style sheet what the on-screen keyboard leaves of the page, as `--view-height` and `--view-top`. */
function followKeyboard(host: HTMLElement): () => void {
  const view = window.visualViewport;
  if (!view) return () => {};
  // A page that zooms itself counts in its own pixels.
  const px = (length: number) =>
    `${Math.round(length / ((host as { currentCSSZoom?: number }).currentCSSZoom ?? 1))}px`;
  const tell = () => {
    host.style.setProperty('--view-height', px(view.height));
    host.style.setProperty('--view-top', px(view.offsetTop));
  };
  const stop = new AbortController();
  tell();
  for (const name of ['resize', 'scroll']) view.addEventListener(name, tell, { signal: stop.signal });
  return () => {
    stop.abort();
    for (const name of ['--view-height', '--view-top']) host.style.removeProperty(name);
  };
}

function takeBack(close: () => void): () => void {
  const Watcher = Reflect.get(window, 'CloseWatcher') as CloseWatcherMaker | undefined;
  return Watcher ? watchCloseRequest(new Watcher(), close) : keepEntry(close);
}

function watchCloseRequest(watcher: CloseWatcher, close: () => void): () => void {
  watcher.onclose = close;
  return () => watcher.destroy();
}

/**
 * Elsewhere an entry in the page's history, of the page's own address and state, which "back" uses up. The page's router
 * never sees a state that is not its own, and hears of the going only where it listened before us and the browser asks in
 * that order. Where the page went on meanwhile, its entries are let alone.
 */
function keepEntry(close: () => void): () => void {
  const { state } = history;
  const here = () => JSON.stringify([location.href, history.state]);
  const before = here();
  const ours = { ...Object(state), deskbell: true };
  history.pushState(ours, '');
  let open = true;
  const stop = new AbortController();
  const hear = (event: PopStateEvent) => {
    const isBack = here() === before;
    // Anything else is a way of the page's own: from here on it goes alone.
    stop.abort();
    if (!isBack) return;
    event.stopImmediatePropagation();
    if (open) close();
  };
  addEventListener('popstate', hear, { signal: stop.signal, capture: true });
  return () => {
    open = false;
    if (stop.signal.aborted) return;
    // The page's own `pushState` makes no event.
    if (Object(history.state).deskbell === true) history.back();
    else stop.abort();
  };
}
