/** Replaces the whole body, as Turbo, htmx and hand-made routers do, without loading a page. */

let swaps = 0;

function swapBody(): void {
  swaps += 1;
  const next = document.body.cloneNode(false) as HTMLBodyElement;
  // What others put into the body, such as a chat, is not part of the page and does not come along.
  const own = document.body.querySelectorAll(':scope > .skip, :scope > header, :scope > main, :scope > footer');
  next.append(...[...own].map((part) => part.cloneNode(true)));
  document.documentElement.replaceChild(next, document.body);
  history.pushState({ swaps }, '', `?swaps=${swaps}`);
  prepare();
}

function prepare(): void {
  const count = document.querySelector('[data-swaps]');
  if (count) count.textContent = String(swaps);
  document.querySelector('[data-swap]')?.addEventListener('click', swapBody);
}

prepare();
