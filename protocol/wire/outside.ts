/** Services of the owner's own that the relay asks for agents (docs/services.md, CS rules). Off until an owner names one. */
export interface OutsideSettings {
  panels: PanelPlace[];
  translator: TranslatorPlace | null;
  assistant: AssistantPlace | null;
}

export const OUTSIDE_DEFAULT: OutsideSettings = { panels: [], translator: null, assistant: null };

/** Speaks as LibreTranslate does: POST URL/translate (CS8). */
export interface TranslatorPlace {
  url: string;
}

/** Speaks as OpenAI's chat completions do: POST URL/chat/completions (CS9). */
export interface AssistantPlace {
  url: string;
  model: string;
}

export type KeyedService = 'translator' | 'assistant';
/** Left out: as it is. Null: none. A key goes by itself where its service's address leads elsewhere (CS6). */
export type ServiceKeys = { [Service in KeyedService]?: string | null | undefined };

/** A system that knows customers: what it says of one is shown beside the conversation (CS3). */
export interface PanelPlace {
  id: string;
  title: string;
  url: string;
}

/** As owners and admins read it. */
export interface OutsideRead {
  settings: OutsideSettings;
  /** Whether one is kept; it is told to nobody. */
  keys: Record<KeyedService, boolean>;
  /** How often it was saved: whoever changes it names it. */
  version: number;
}

/** A site whose owner named a service, and how often what is named was saved. Elsewhere nothing is asked (CS10). */
export interface ServedSite {
  siteId: string;
  version: number;
}

/** What an agent may ask for beside a conversation. */
export interface OutsideOffered {
  panels: Omit<PanelPlace, 'url'>[];
  translate: boolean;
  assist: boolean;
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

/** Words that a service made; `from`: the language in which it read them. */
export interface Said {
  kind: 'said';
  text: string;
  from?: string | null;
}

export interface Translation {
  seq: number;
  text: string;
  /** The language in which it was written, as the service says; null: it did not say. */
  from: string | null;
}

/** Those that came; `trouble`: why others did not. */
export interface Translations {
  kind: 'translated';
  translations: Translation[];
  trouble?: InTrouble;
}

export const MANNERS = ['friendly', 'short', 'plain'] as const;
export type Manner = (typeof MANNERS)[number];

/** What the assistant is asked for (CS9). `sum_up` is for the team, and reads notes as well. */
export type AssistTask =
  | { task: 'suggest' }
  | { task: 'rewrite'; text: string; manner: Manner }
  | { task: 'sum_up'; to: string };

export type TriedAnswer = PanelAnswer | Said;
