/**
 * Keeps the host element in the page as soon as there is a body, beside the body: what the page does with that, as swapping or
 * emptying it, hiding what stands in it from a dialog, or moving it by `transform`, is no concern of ours (W4, decision 0157).
 * `anew`: the page wrote itself anew, and took every listener away, also ours. The answer stops and removes it.
 */
export const keepAttached = (host: HTMLElement, anew: () => void): (() => void) => {
  // In a task of its own: a page that fights for its nodes may go on, but it cannot hang here.
  const observer = new MutationObserver(() => setTimeout(() => attach()));
  const { documentElement: page } = document;
  let attach = () => {
    const { documentElement, body } = document;
    if (!body || host.isConnected) return;
    if (documentElement === page) {
      // Some pages say it there.
      host.dir = body.dir;
      page.append(host);
    } else anew();
  };
  for (const node of [document, page]) observer.observe(node, { childList: true });
  attach();
  return () => {
    attach = () => {};
    observer.disconnect();
    host.remove();
  };
};
