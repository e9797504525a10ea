/**
 * Keeps the host element in the page: as soon as there is a body, and again after the page swapped its body or
 * emptied it (W4). Only direct children are watched, so a busy page costs nothing. The answer stops and removes it.
 */
export function keepAttached(host: HTMLElement): () => void {
  let watched: HTMLElement | null = null;
  const attach = () => {
    const { body } = document;
    if (!body || (host.isConnected && body === watched)) return;
    if (!host.isConnected) body.append(host);
    if (body !== watched) observer.observe(body, { childList: true });
    watched = body;
  };
  // In a task of its own: a page that fights for its body may go on, but it cannot hang here.
  const observer = new MutationObserver(() => setTimeout(() => alive && attach()));
  let alive = true;
  observer.observe(document.documentElement, { childList: true });
  attach();
  return () => {
    alive = false;
    observer.disconnect();
    host.remove();
  };
}
