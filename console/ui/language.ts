/** The parts that the words are kept in: one for each list of words (languages/language.ts says what is in them). */
export type Part =
  | 'beside'
  | 'board'
  | 'bulk'
  | 'business'
  | 'cause'
  | 'chart'
  | 'choices'
  | 'command'
  | 'composer'
  | 'cost'
  | 'face'
  | 'feedback'
  | 'file'
  | 'fileSettings'
  | 'find'
  | 'followUp'
  | 'front'
  | 'frontSettings'
  | 'helping'
  | 'hours'
  | 'inbox'
  | 'keeping'
  | 'keptDraft'
  | 'key'
  | 'look'
  | 'macro'
  | 'mail'
  | 'meanwhile'
  | 'measure'
  | 'message'
  | 'notice'
  | 'outside'
  | 'ownSettings'
  | 'pageGroup'
  | 'pageSaid'
  | 'pane'
  | 'people'
  | 'preview'
  | 'privacy'
  | 'proactive'
  | 'question'
  | 'refusal'
  | 'reply'
  | 'report'
  | 'right'
  | 'service'
  | 'settings'
  | 'setup'
  | 'strings'
  | 'tag'
  | 'target'
  | 'team'
  | 'view'
  | 'why'
  | 'wording';

type Words = Readonly<Record<Part, unknown>>;

/** Which language the console speaks. Chosen before any words are read (main.tsx); changing it loads the page again. */
let code = 'en';
let chosen: Words | null = null;

/** `language` is null for English, which is built into the parts that use it. */
export function speak(of: string, language: Words | null): void {
  code = of;
  chosen = language;
}

/** The language's code, such as `pt-BR`. */
export const spoken = (): string => code;

/** The words of a part in the language that was chosen; the English ones where it is English. */
export function inLanguage<T>(part: Part, english: T): T {
  return (chosen?.[part] as T | undefined) ?? english;
}
