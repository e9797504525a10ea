import type { DeskbellApi, PanelModule } from './api.ts';
import { readConfig } from './config.ts';
import { createDeskbell } from './deskbell.ts';

declare global {
  interface Window {
    Deskbell?: DeskbellApi;
  }
}

/** The hashed name of the panel's module, written in by the build. */
declare const __WIDGET_ENTRY__: string;

// Two copies of the tag: the first wins (W4). An element with this id is not a copy.
if (typeof window.Deskbell?.open !== 'function') {
  const config = readConfig(document.currentScript);
  if (typeof config === 'string') {
    const nothing = () => {};
    window.Deskbell = {
      open: nothing,
      close: nothing,
      toggle: nothing,
      destroy: () => delete window.Deskbell,
      getUnavailableReason: () => config,
    };
  } else {
    const url = new URL(__WIDGET_ENTRY__, config.scriptUrl).href;
    // Browsers may remember a failed module: another address is a real second try.
    const load = (failures: number): Promise<PanelModule> =>
      import(/* @vite-ignore */ failures > 0 ? `${url}?${failures}` : url);
    const chat = createDeskbell(config, load);
    window.Deskbell = {
      ...chat,
      destroy() {
        chat.destroy();
        delete window.Deskbell;
      },
    };
  }
}
