/** Services of the owner's own that the relay asks for agents (docs/services.md, CS rules). Off until an owner names one. */
export interface OutsideSettings {
  panels: PanelPlace[];
}

export const OUTSIDE_DEFAULT: OutsideSettings = { panels: [] };

/** A system that knows customers: what it says of one is shown beside the conversation (CS3). */
export interface PanelPlace {
  id: string;
  title: string;
  url: string;
}

/** As owners and admins read it. */
export interface OutsideRead {
  settings: OutsideSettings;
  /** How often it was saved: whoever changes it names it. */
  version: number;
}

/** What an agent may ask for beside a conversation. */
export interface OutsideOffered {
  panels: Omit<PanelPlace, 'url'>[];
}

export const TONES = ['ok', 'warn', 'danger', 'info'] as const;
export type Tone = (typeof TONES)[number];

/** All that a system may say: words, never HTML. */
export interface Panel {
  title: string | null;
  status: { text: string; tone: Tone } | null;
  lines: { label: string; value: string }[];
  table: { columns: string[]; rows: string[][] } | null;
  /** https only. */
  links: { label: string; href: string }[];
  /** There was more than is shown. */
  cut: boolean;
}

/** Why a service said nothing that could be used. */
export type OutsideTrouble =
  | 'unreachable'
  /** The address, or one that its name leads to, is inside: nothing was asked (CS2). */
  | 'inside'
  | 'slow'
  | 'too_large'
  | 'redirected'
  /** It does not take our word, or our key. */
  | 'refused'
  | 'failed'
  | 'busy'
  /** Its key was kept under another key of the installation (CS6). */
  | 'no_key'
  | 'not_json'
  | 'wrong_form';

export interface InTrouble {
  kind: 'trouble';
  trouble: OutsideTrouble;
  /** What it answered, where it did. */
  status?: number;
  /** What in its answer has another form than documented. */
  field?: string;
}

export type PanelAnswer = { kind: 'shown'; panel: Panel; at: number } | { kind: 'unknown'; at: number } | InTrouble;
