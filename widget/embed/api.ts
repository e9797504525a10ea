import type { mount, UnavailableReason } from '../main.tsx';

/** Reasons of the loader's own, beside the panel's. */
export type LoaderReason = 'site_missing' | 'tag_missing' | 'browser_too_old' | 'load_failed' | 'destroyed';

/** `window.Deskbell` */
export interface DeskbellApi {
  open(): void;
  close(): void;
  toggle(): void;
  /** Leaves the page as it was before the tag. What the visitor wrote stays kept in the browser. */
  destroy(): void;
  /** Why there is no chat, for the owner's fallback. Null while it works. */
  getUnavailableReason(): LoaderReason | UnavailableReason | null;
}

/** The panel's module, as `import()` gives it. */
export interface PanelModule {
  mount: typeof mount;
}
