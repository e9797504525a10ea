import type { DeskbellApi, DeskbellEvents, DeskbellOptions } from '../embed/api.ts';

/** Each hears its event; what stands under a name is looked up when it happens. */
export type DeskbellListeners = { [Name in keyof DeskbellEvents]?: (detail: DeskbellEvents[Name]) => void };

/**
 * Puts the chat on the page; the answer takes it away again. For any framework: call it when a component is there, and
 * the answer when it goes. `src` is the address of `deskbell.js`.
 */
export function mountDeskbell(src: string, options: DeskbellOptions, listeners: DeskbellListeners = {}): () => void {
  const page = window as { Deskbell?: DeskbellApi };
  const tag = document.createElement('script');
  if (!page.Deskbell) {
    const calls: unknown[][] = [];
    page.Deskbell = Object.assign((...call: unknown[]) => calls.push(call), { q: calls }) as never;
    Object.assign(tag, { async: true, src }).dataset.autoboot = 'false';
    document.head.append(tag);
  }
  const names = Object.keys(listeners) as (keyof DeskbellEvents)[];
  for (const name of names) page.Deskbell?.('on', name, (detail: never) => listeners[name]?.(detail));
  page.Deskbell?.('boot', options);
  return () => {
    tag.remove();
    // A script that comes after this finds nothing asked for, and does nothing.
    if (page.Deskbell?.destroy) page.Deskbell.destroy();
    else delete page.Deskbell;
  };
}
