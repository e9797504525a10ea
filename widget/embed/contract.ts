/** What the loader and the panel's module know of each other. Types only: the two are built apart. */

/** Why there is no chat, for the owner's fallback. Null while it works. */
export type UnavailableReason =
  | 'site_missing'
  | 'tag_missing'
  | 'browser_too_old'
  | 'load_failed'
  | 'site_unknown'
  | 'origin_not_allowed'
  | 'version_too_old'
  | 'refused'
  | 'destroyed';

/** `window.Deskbell` */
export interface DeskbellApi {
  open(): void;
  close(): void;
  toggle(): void;
  /** Leaves the page as it was before the tag. What the visitor wrote stays kept in the browser. */
  destroy(): void;
  getUnavailableReason(): UnavailableReason | null;
}

export interface Host {
  /** The page's button. Once mounted, the panel names it, counts on it and gives the focus back to it. */
  launcher: HTMLButtonElement;
}

export interface MountParts {
  root: ShadowRoot;
  /** Absolute address of the tag's script; the relay is where it came from. */
  scriptUrl: string;
  /** The site's key. */
  site: string;
  host: Host;
}

export interface MountedPanel {
  open(): void;
  close(): void;
  isOpen(): boolean;
  reason(): UnavailableReason | null;
  destroy(): void;
}

/** The panel's module, as `import()` gives it. */
export interface PanelModule {
  mount(parts: MountParts): MountedPanel;
}
