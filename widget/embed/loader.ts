import type { DeskbellApi, PanelModule } from './api.ts';
import { type Config, readConfig } from './config.ts';
import { createDeskbell } from './deskbell.ts';

declare global {
  interface Window {
    /** Before the script has come it may be a function that keeps its calls in `q`. */
    Deskbell?: DeskbellApi & { q?: ArrayLike<unknown>[] };
  }
}

/** The hashed names of the panel's module and of isolated mode's, written in by the build. */
declare const __WIDGET_ENTRY__: string;
declare const __FRAME_ENTRY__: string;

const before = window.Deskbell;
// Two copies of the tag: the first wins (W4). An element with this id is not a copy.
if (!before?.open?.call) {
  const config = readConfig(document.currentScript);
  // Browsers may remember a failed module: another address is a real second try.
  const load = (again: string): Promise<PanelModule> =>
    import(
      /* @vite-ignore */ new URL(
        ((config as Config).isolate !== 'false' && (config as Config).isolate ? __FRAME_ENTRY__ : __WIDGET_ENTRY__) +
          again,
        (config as Config).scriptUrl,
      ) as unknown as string
    );
  const chat = createDeskbell(config, load, () => {
    if (window.Deskbell === chat) delete window.Deskbell;
  });
  window.Deskbell = chat;
  // What was said before the script came; a `boot` among it counts from the start.
  for (const call of before?.q ?? []) chat(...(call as [string]));
  if ((config as Config).autoboot !== 'false') chat.boot();
}
