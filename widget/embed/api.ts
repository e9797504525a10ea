import type { mount, UnavailableReason } from '../main.tsx';

/** Reasons of the loader's own, beside the panel's. */
export type LoaderReason = 'site_missing' | 'tag_missing' | 'browser_too_old' | 'load_failed' | 'destroyed';

/**
 * What an owner may choose: each `data-…` attribute of the tag has its twin here, `data-offset-x` as `offsetX`.
 * Values of the tag are texts, so a number may be given as one.
 */
export type DeskbellOptions = {
  /** The key of the site. */
  site?: string;
  /** `false` on the tag: nothing is drawn before `boot`. */
  autoboot?: boolean | string;
  /** The brand's colour, `#rgb` or `#rrggbb`. Whatever it is, the text on it stays readable. */
  color?: string;
  theme?: 'light' | 'dark' | 'auto';
  /** The side of the window, by the page's direction: `end` is where lines end. */
  position?: 'start' | 'end';
  /** From the edges of the window, px. */
  offsetX?: number | string;
  offsetY?: number | string;
  /** Corners of the panel, px. */
  radius?: number | string;
  /** `page`: the font of the page. */
  font?: 'system' | 'page';
  /** The address of a picture for the header. */
  logo?: string;
  zIndex?: number | string;
  /** A selector: what it finds opens and closes the chat, and the bell is not shown. */
  launcher?: string;
  /** A selector: the chat stands open inside that element. */
  inline?: string;
  /** The chat runs in a frame of the relay's origin, into which no script of the page can look. */
  isolate?: boolean | string;
  /** The bell is not shown until `show`. */
  hidden?: boolean | string;
  /** A language tag: how dates and times are written. */
  locale?: string;
  department?: string;
  /** Separated by commas. */
  tags?: string;
  name?: string;
  email?: string;
  /** Who the visitor is, signed by your server (docs/identity.md). */
  identity?: string;
  /** Any text of the widget: `textGreeting` or `data-text-greeting` replaces the greeting. */
  [text: `text${string}`]: string | undefined;
};

export type Attribute = string | number | boolean | null;

/** Who the visitor says to be. A label for the agent: it opens no history. Only a signed token does. */
export interface Identity {
  name?: string;
  email?: string;
}

export interface DeskbellState {
  open: boolean;
  /** Whether the page shows a bell. */
  visible: boolean;
  unread: number;
  conversation: 'none' | 'queued' | 'active' | 'closed';
  /** Null until the relay has been asked. */
  available: boolean | null;
  agent: { name: string } | null;
}

/** What `on` and `once` hear, by name. */
export interface DeskbellEvents {
  ready: undefined;
  open: undefined;
  close: undefined;
  'message:sent': { text: string };
  'message:received': { text: string; agent: string | null };
  unread: number;
  'conversation:started': undefined;
  'conversation:ended': { by: 'visitor' | 'agent' | 'system' };
  'agent:assigned': { name: string };
  /** Who answered here gave the chat back, passed it on or is gone, or a colleague beside left it. */
  'agent:left': { name: string };
  /** The form before the chat went out from this page: what it asked for by key, never what she answered. */
  'form:submitted': { topic: string | null; fields: string[] };
  /** Beside `message:sent`, whose text is the file's name. */
  'file:sent': { type: string; bytes: number };
  queue: { waiting: boolean };
  rating: { score: number };
  availability: boolean;
  /** The signed token was good. */
  identified: { subject: string };
  error: { code: string; message: string };
}

/** What the panel does; until it is there the calls wait in memory, and nothing is stored or sent. */
export interface DeferredVerbs {
  /** Opens the panel with this text in the box; `before`: what the page said to the visitor first (docs/proactive.md). */
  newMessage(text?: string, before?: { greeting?: string; rule?: string }): void;
  /** Sends as the visitor. */
  sendMessage(text: string): void;
  identify(who: Identity): void;
  /** A token that your server signed (docs/identity.md), and what is only said. */
  identify(token: string, who?: Identity): void;
  /** `null` takes an attribute away. */
  setAttributes(attributes: Record<string, Attribute>): void;
  setTags(tags: string[]): void;
  setDepartment(department: string | null): void;
  setLocale(locale: string): void;
  track(event: string, properties?: Record<string, Attribute>): void;
  /** The same chat in a window of its own. Call it from a click: browsers ask for that. */
  popOut(): void;
}

/** `window.Deskbell` */
export interface DeskbellApi extends DeferredVerbs {
  /** The same as the methods, also before the script has come: `Deskbell('open')`. */
  (verb: string, ...values: unknown[]): unknown;
  /** Draws the bell, or takes over changed options. */
  boot(options?: DeskbellOptions): void;
  open(): void;
  close(): void;
  toggle(): void;
  show(): void;
  hide(): void;
  /** Signs out here: token, conversation, drafts and unsent messages are gone from this browser, and the token is void. */
  logout(): void;
  /** Leaves the page as it was before the tag. What the visitor wrote stays kept in the browser. */
  destroy(): void;
  getState(): DeskbellState;
  /** Why there is no chat, for the owner's fallback. Null while it works. `unreachable` mends itself when the network does. */
  getUnavailableReason(): LoaderReason | UnavailableReason | 'unreachable' | null;
  on<Name extends keyof DeskbellEvents>(name: Name, hear: (detail: DeskbellEvents[Name]) => void): void;
  once<Name extends keyof DeskbellEvents>(name: Name, hear: (detail: DeskbellEvents[Name]) => void): void;
  off<Name extends keyof DeskbellEvents>(name: Name, hear?: (detail: DeskbellEvents[Name]) => void): void;
}

/** The panel's module, as `import()` gives it. */
export interface PanelModule {
  mount: typeof mount;
}
