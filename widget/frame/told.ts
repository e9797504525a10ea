import type { Around, MountedPanel, PanelState } from '../main.tsx';

/** What page and frame tell each other in isolated mode (W32), over a port that nobody else has. */

export type ToFrame =
  | { do: 'open'; around: Around }
  | { do: 'close' }
  | { do: 'run'; verb: string; values: readonly unknown[] }
  /** The page wants to hear of this. */
  | { do: 'hear'; name: string }
  | { do: 'destroy'; forgetful: boolean };

/** What the page's bell shows. */
export interface BellTold {
  told: 'bell';
  /** How many orders of the page the frame had carried out by then: what it said before is old. */
  heard: number;
  open: boolean;
  name: string;
  lang: string;
  shape: string;
  /** The count, and what it says. */
  pill: string;
  words: string;
  /** The name of the panel. */
  panel: string;
}

/** How the chat stands; `kept`: there is something here worth the panel. */
export interface StateTold {
  told: 'state';
  state: PanelState;
  reason: ReturnType<MountedPanel['reason']>;
  kept: boolean;
}

/** Another person comes: what the page is to say of them once all of the first is gone (I5). */
export interface AgainTold {
  told: 'again';
  calls: unknown[][];
  open: boolean;
}

export type ToPage =
  | BellTold
  | AgainTold
  | StateTold
  | { told: 'event'; name: string; detail: unknown }
  | { told: 'gone' };

/** Said once by the frame, to whoever holds it; there is nothing in it. */
export type Ready = 'deskbell:frame';
