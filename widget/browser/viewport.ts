/** Tells the style sheet how much of the page the on-screen keyboard leaves, as `--view-height`. The answer stops. */
export function followKeyboard(host: HTMLElement): () => void {
  const view = window.visualViewport;
  if (!view) return () => {};
  const tell = () => host.style.setProperty('--view-height', `${Math.round(view.height)}px`);
  tell();
  view.addEventListener('resize', tell);
  return () => view.removeEventListener('resize', tell);
}
