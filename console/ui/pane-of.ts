/** Where a conversation is drawn; the page, where it is drawn alone. */
function paneOf(conversationId: string): ParentNode & Node {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  return panes.find(({ dataset }) => dataset.pane === conversationId) ?? document;
}

/** In which of them something is; null: in none. */
export function paneAround(place: EventTarget | null): string | null {
  const pane = place instanceof Element ? place.closest<HTMLElement>('[data-pane]') : null;
  return pane?.dataset.pane ?? null;
}

/** Into the box of this conversation, and no other's; where nobody may write, to its messages. */
export function focusBox(conversationId: string): void {
  const pane = paneOf(conversationId);
  const box = pane.querySelector<HTMLElement>('.composer textarea') ?? pane.querySelector<HTMLElement>('.log');
  box?.focus();
}
